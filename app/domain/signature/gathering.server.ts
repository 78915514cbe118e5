import { and, eq, sql } from "drizzle-orm";
import { GATHERING_SUPPORTERS, SUPPORTERS_FOR_REVIEW } from "#app/policy.ts";
import type { Reader, Tx } from "#db/database.ts";
import { noticeOrganisers } from "../campaign/notice-organisers.server.ts";
import type { Site } from "../site.ts";

/**
 * Holds a campaign in gathering for this transaction, so that supporters are confirmed one after another and none
 * is taken over the limit; `moved` where it is not gathering any more.
 */
export async function holdGathering(tx: Tx, campaignId: string): Promise<"room" | "full" | "moved"> {
  const { campaigns } = tx.tables;
  const held = await tx
    .update(campaigns)
    .set({ textVersion: sql`${campaigns.textVersion}` })
    .where(and(eq(campaigns.id, campaignId), eq(campaigns.state, "gathering")))
    .returning({ id: campaigns.id });
  if (held.length === 0) return "moved";
  return (await countSupporters(tx, campaignId)) < GATHERING_SUPPORTERS ? "room" : "full";
}

/** How many have confirmed that they support a campaign. */
export async function countSupporters(read: Reader, campaignId: string): Promise<number> {
  const { signatures } = read.tables;
  const [row] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(signatures)
    .where(and(eq(signatures.campaignId, campaignId), eq(signatures.state, "confirmed")));
  return row?.count ?? 0;
}

/** Tells the organisers, once, that enough people support their campaign for it to be looked at. */
export async function noticeSupported(
  tx: Tx,
  site: Pick<Site, "wake">,
  campaignId: string,
  now: number,
): Promise<void> {
  const { organiserNotices } = tx.tables;
  if ((await countSupporters(tx, campaignId)) < SUPPORTERS_FOR_REVIEW) return;
  const told = await tx
    .select({ id: organiserNotices.id })
    .from(organiserNotices)
    .where(and(eq(organiserNotices.campaignId, campaignId), eq(organiserNotices.kind, "supported")))
    .limit(1);
  if (told.length > 0) return;
  await noticeOrganisers(tx, site, { campaignId, kind: "supported", subjectId: campaignId }, now);
}
