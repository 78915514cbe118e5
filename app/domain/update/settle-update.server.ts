import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { isIn } from "../campaign/campaign.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { noticeOrganisers } from "../campaign/notice-organisers.server.ts";
import { findOrganiserRole } from "../campaign/organisers.server.ts";
import type { SettleOutcome, Settling } from "../campaign/proposal.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Place } from "../privacy/keyring.server.ts";
import type { Site } from "../site.ts";
import { publishUpdate, type Update } from "./publish-update.server.ts";
import { UPDATE_STATES } from "./update.ts";

/** Where the note about an update is sealed. */
export function updateNote(updateId: string): Place {
  return { table: "updates", column: "note", rowId: updateId };
}

/**
 * Settles an update that waits: accepted, it is public and its mailing is booked. The organisers are told either
 * way. `changed_meanwhile` where the campaign is not one to tell news of any more; it can still be declined then.
 */
export async function settleUpdate(
  site: Site,
  { publicId, moderatorId, decision, note }: Settling,
  now: number,
): Promise<SettleOutcome> {
  return site.db.transaction("settle update", async (tx) => {
    const found = await findUpdate(tx, publicId);
    const campaign = found && (await holdCampaign(tx, found.campaignId));
    const update = campaign && (await findUpdate(tx, publicId));
    if (!update || update.state === "draft") return "unknown";
    const { id, campaignId } = update;
    if (await findOrganiserRole(tx, { campaignId, accountId: moderatorId })) return "own_campaign";
    if (update.state !== "waiting") return "already_settled";
    const sealed = note === "" ? "" : site.keyring.seal(updateNote(id), note);
    if (decision === "accepted") {
      if (!isIn(UPDATE_STATES, campaign.state)) return "changed_meanwhile";
      const settled = { update, from: ["waiting" as const], settledBy: moderatorId, note: sealed };
      await publishUpdate(tx, site, settled, now);
    } else {
      const { updates } = tx.tables;
      await tx
        .update(updates)
        .set({ state: "declined", note: sealed, settledBy: moderatorId, mailing: "none" })
        .where(and(eq(updates.id, id), eq(updates.state, "waiting")));
    }
    const action = decision === "accepted" ? "accept_update" : "decline_update";
    await appendAudit(tx, { accountId: moderatorId, action, subject: campaignId, detail: publicId }, now);
    await noticeOrganisers(tx, site, { campaignId, kind: "update_settled", subjectId: id }, now);
    return "settled";
  });
}

/** An update's row by its public name. */
export async function findUpdate(tx: Tx, publicId: string): Promise<Update | undefined> {
  const { updates } = tx.tables;
  const [row] = await tx.select().from(updates).where(eq(updates.publicId, publicId));
  return row;
}
