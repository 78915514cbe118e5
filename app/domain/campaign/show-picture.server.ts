import { and, eq, exists, inArray, type SQL } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { isUnused } from "./picture-uses.server.ts";

/**
 * Shows a stored picture in place of the present one, which goes at once unless a waiting change asks for it.
 * `states` are those in which the caller may do this; any where they are left out. Returns false where the campaign
 * has no such picture, or is in none of the states: nothing has been done then.
 */
export async function showPicture(
  tx: Tx,
  campaignId: string,
  pictureId: string,
  states?: readonly CampaignState[],
): Promise<boolean> {
  const { pictures } = tx.tables;
  const isThere = exists(
    tx
      .select({ id: pictures.id })
      .from(pictures)
      .where(and(eq(pictures.id, pictureId), eq(pictures.campaignId, campaignId))),
  );
  return setShown(tx, campaignId, pictureId, and(isThere, isInStates(tx, states)));
}

/** Takes the picture off a campaign; it goes at once unless a waiting change asks for it. False as in `showPicture`. */
export async function dropPicture(
  tx: Tx,
  campaignId: string,
  states?: readonly CampaignState[],
): Promise<boolean> {
  return setShown(tx, campaignId, "", isInStates(tx, states));
}

async function setShown(
  tx: Tx,
  campaignId: string,
  pictureId: string,
  condition: SQL | undefined,
): Promise<boolean> {
  const { campaigns, pictures } = tx.tables;
  const isThis = eq(campaigns.id, campaignId);
  const [before] = await tx.select({ pictureId: campaigns.pictureId }).from(campaigns).where(isThis);
  const shown = await tx
    .update(campaigns)
    .set({ pictureId })
    .where(and(isThis, condition))
    .returning({ id: campaigns.id });
  if (shown.length === 0) return false;
  if (before && before.pictureId !== pictureId)
    await tx.delete(pictures).where(and(eq(pictures.id, before.pictureId), isUnused(tx)));
  return true;
}

function isInStates(tx: Tx, states: readonly CampaignState[] | undefined): SQL | undefined {
  return states && inArray(tx.tables.campaigns.state, [...states]);
}
