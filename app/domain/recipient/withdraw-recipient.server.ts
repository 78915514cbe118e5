import { and, eq, inArray } from "drizzle-orm";
import { isIn } from "../campaign/campaign.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { NAMING_STATES, STANDING_STATES } from "./named-recipient.ts";

/**
 * Takes back somebody whom a campaign named: what is not sent yet no longer goes to them, and their address is
 * blanked here. What they were told and answered stays. `gone` where nobody of this name stands there any more.
 */
export async function withdrawRecipient(
  site: Pick<Site, "db">,
  { campaignId, publicId, accountId }: { campaignId: string; publicId: string; accountId: string },
  now: number,
): Promise<"withdrawn" | "gone" | "not_now"> {
  return site.db.transaction("withdraw recipient", async (tx) => {
    const campaign = await holdCampaign(tx, campaignId);
    if (!campaign || !isIn(NAMING_STATES, campaign.state)) return "not_now";
    const { namedRecipients, recipients } = tx.tables;
    const [withdrawn] = await tx
      .update(namedRecipients)
      .set({ state: "withdrawn", email: "", settledAt: now, settledBy: accountId })
      .where(
        and(
          eq(namedRecipients.campaignId, campaignId),
          eq(namedRecipients.publicId, publicId),
          inArray(namedRecipients.state, [...STANDING_STATES]),
        ),
      )
      .returning();
    if (!withdrawn) return "gone";
    const { representativeId } = withdrawn;
    if (representativeId === "") return "withdrawn";
    const others = await tx
      .select({ id: namedRecipients.id })
      .from(namedRecipients)
      .where(
        and(
          eq(namedRecipients.campaignId, campaignId),
          eq(namedRecipients.representativeId, representativeId),
          eq(namedRecipients.state, "accepted"),
        ),
      );
    if (others.length === 0)
      await tx
        .delete(recipients)
        .where(and(eq(recipients.campaignId, campaignId), eq(recipients.representativeId, representativeId)));
    await appendAudit(
      tx,
      { accountId, action: "remove_recipient", subject: campaignId, detail: representativeId },
      now,
    );
    return "withdrawn";
  });
}
