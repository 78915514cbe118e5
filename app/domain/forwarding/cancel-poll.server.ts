import { and, eq } from "drizzle-orm";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";

/** Calls a poll off: its quiet days end at once. `not_there`: there is none, or somebody else was first. */
export async function cancelPoll(
  site: Site,
  { accountId, publicId }: { accountId: string; publicId: string },
  now: number,
): Promise<"cancelled" | "not_there"> {
  return site.db.transaction("cancel poll", async (tx) => {
    const { polls } = tx.tables;
    const [cancelled] = await tx
      .update(polls)
      .set({ isCancelled: true })
      .where(and(eq(polls.publicId, publicId), eq(polls.isCancelled, false)))
      .returning();
    if (!cancelled) return "not_there";
    const detail = `${cancelled.kind} ${cancelled.area || "everywhere"}: poll on ${cancelled.pollOn}`;
    await appendAudit(tx, { accountId, action: "cancel_poll", subject: publicId, detail }, now);
    return "cancelled";
  });
}
