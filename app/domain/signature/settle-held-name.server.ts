import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { runsCampaign } from "../moderation/moderator.server.ts";
import type { Site } from "../site.ts";
import { bookPublication } from "./count-signature.server.ts";

/** A moderator's answer about a name that waits. */
export const HeldNameForm = z.object({
  number: z.coerce.number().int().positive().max(999_999_999),
  name: z.string().min(1).max(500),
  decision: z.enum(["allow", "take_off"], { error: "Press one of the buttons" }),
});
export type HeldNameForm = z.infer<typeof HeldNameForm>;

/**
 * Shows a name that waited because a representative has it too, or takes it off; the signature counts either way and
 * nobody is written to. The log never holds the name.
 */
export async function settleHeldName(
  site: Pick<Site, "db">,
  { form, moderatorId }: { form: HeldNameForm; moderatorId: string },
  now: number,
): Promise<"settled" | "already_settled" | "own_campaign" | "unknown"> {
  return site.db.transaction("settle held name", async (tx) => {
    const { publicNames, campaigns, signatures } = tx.tables;
    const [campaign] = await tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(eq(campaigns.number, form.number));
    if (!campaign) return "unknown";
    const campaignId = campaign.id;
    if (await runsCampaign(tx, campaignId, moderatorId)) return "own_campaign";
    const isMeant = and(
      eq(publicNames.campaignId, campaignId),
      eq(publicNames.name, form.name),
      sql`${publicNames.isHeld}`,
    );
    const isAllowed = form.decision === "allow";
    const settled = isAllowed
      ? await tx
          .update(publicNames)
          .set({ isHeld: false })
          .where(isMeant)
          .returning({ id: publicNames.signatureId })
      : await tx.delete(publicNames).where(isMeant).returning({ id: publicNames.signatureId });
    if (settled.length === 0) return "already_settled";
    const ids = settled.map(({ id }) => id);
    if (!isAllowed) await tx.update(signatures).set({ showName: false }).where(inArray(signatures.id, ids));
    await bookPublication(tx, campaignId, now);
    const action = isAllowed ? "allow_name" : "take_name_off";
    await appendAudit(
      tx,
      { accountId: moderatorId, action, subject: campaignId, detail: String(ids.length) },
      now,
    );
    return "settled";
  });
}
