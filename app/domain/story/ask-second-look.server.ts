import { and, eq, inArray } from "drizzle-orm";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import type { SecondLookForm } from "./review-form.ts";

/**
 * A moderator has read what the program did not see: abuse, a named officer, a case. From now on two decide; nobody
 * takes that back. `not_in_review` where it was decided meanwhile.
 */
export async function askSecondLook(
  site: Pick<Site, "db">,
  { publicId, moderatorId, second }: { publicId: string; moderatorId: string } & SecondLookForm,
  now: number,
): Promise<"asked" | "not_in_review"> {
  return site.db.transaction("ask for a second look", async (tx) => {
    const { stories } = tx.tables;
    const [asked] = await tx
      .update(stories)
      .set({ needsSecond: true })
      .where(and(eq(stories.publicId, publicId), inArray(stories.state, ["in_review", "changes_requested"])))
      .returning({ id: stories.id });
    if (!asked) return "not_in_review";
    const entry = { accountId: moderatorId, action: "ask_second_look", subject: asked.id, detail: second };
    await appendAudit(tx, entry, now);
    return "asked";
  });
}
