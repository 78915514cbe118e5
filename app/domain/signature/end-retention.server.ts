import { and, asc, eq, inArray, lt, ne } from "drizzle-orm";
import { RETENTION_MONTHS_AFTER_CLOSING } from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import { moveCampaign } from "../campaign/move-campaign.server.ts";
import type { Site } from "../site.ts";
import { addMonths, endOfLondonDay, londonDay } from "../time/london.ts";
import { forgetMail } from "./erase-signature.server.ts";
import { NO_DETAILS } from "./signature.ts";

/** Rows blanked in one unit. */
const CHUNK = 200;

/**
 * Blanks what signatures of long closed campaigns hold of people, a part at a time; they stay counted. When all of
 * a campaign is blank its slots go too, and it is archived: nobody could tell any more who has signed, so it never
 * takes signatures again. Returns how many rows and campaigns it saw to.
 */
export async function endRetention(site: Site, now: number): Promise<number> {
  const closedBefore = retentionLimit(now);
  return site.db.transaction("end retention", async (tx) => {
    const { campaigns } = tx.tables;
    const isOver = and(eq(campaigns.state, "closed"), lt(campaigns.closedAt, closedBefore));
    const [campaign] = await tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(isOver)
      .orderBy(asc(campaigns.closedAt), asc(campaigns.id))
      .limit(1);
    if (!campaign) return 0;
    const blanked = (await blankRows(tx, campaign.id)) + (await dropSlots(tx, campaign.id));
    if (blanked > 0) return blanked;
    const archived = await moveCampaign(
      tx,
      site,
      { campaignId: campaign.id, from: "closed", to: "archived", mover: "program", accountId: "" },
      now,
    );
    return archived === undefined ? 0 : 1;
  });
}

/** What closed before this instant is to be blank: it never takes signatures again. */
export function retentionLimit(now: number): number {
  return endOfLondonDay(addMonths(londonDay(now), -RETENTION_MONTHS_AFTER_CLOSING));
}

async function blankRows(tx: Tx, campaignId: string): Promise<number> {
  const { signatures, publicNames } = tx.tables;
  const held = tx
    .select({ id: signatures.id })
    .from(signatures)
    .where(
      and(
        eq(signatures.campaignId, campaignId),
        inArray(signatures.state, ["confirmed", "withdrawn", "invalidated"]),
        ne(signatures.email, ""),
      ),
    )
    .limit(CHUNK);
  const blanked = await tx
    .update(signatures)
    .set(NO_DETAILS)
    .where(inArray(signatures.id, held))
    .returning({ id: signatures.id });
  const ids = blanked.map((row) => row.id);
  if (ids.length === 0) return 0;
  await tx.delete(publicNames).where(inArray(publicNames.signatureId, ids));
  await forgetMail(tx, ids);
  return ids.length;
}

async function dropSlots(tx: Tx, campaignId: string): Promise<number> {
  const { signatureSlots } = tx.tables;
  const some = tx
    .select({ id: signatureSlots.signatureId })
    .from(signatureSlots)
    .where(eq(signatureSlots.campaignId, campaignId))
    .limit(CHUNK);
  const gone = await tx
    .delete(signatureSlots)
    .where(inArray(signatureSlots.signatureId, some))
    .returning({ id: signatureSlots.signatureId });
  return gone.length;
}
