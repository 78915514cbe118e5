import { and, asc, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { VISIBLE_STATES } from "../campaign/campaign.ts";
import { campaignPath } from "../campaign/campaign-path.ts";
import { nameInShort } from "../campaign/short-name.ts";

/** A row of pauses. */
export type Pause = Tables["pauses"]["$inferSelect"];

/** A campaign as the page about pauses names it. */
export interface ToldCampaign {
  id: string;
  number: number;
  title: string;
  /** The same in a few words. */
  shortName: string;
  path: string;
}

/** What holds for an address now, the widest first; what was asked in a rehearsal does not hold live. */
export async function listPauses(
  read: Reader,
  { addressHash, mode }: { addressHash: string; mode: DeliveryMode },
): Promise<Pause[]> {
  const { pauses } = read.tables;
  return read
    .select()
    .from(pauses)
    .where(and(eq(pauses.addressHash, addressHash), isNull(pauses.endedAt), holdsIn(read, mode)))
    .orderBy(asc(pauses.campaignId), asc(pauses.createdAt), asc(pauses.id))
    .limit(LISTED);
}

/** More than one address could ever be told of. */
const LISTED = 500;

/** Whether a pause holds where messages go in this mode. */
export function holdsIn(read: Reader, mode: DeliveryMode): SQL | undefined {
  const { pauses } = read.tables;
  return mode === "live" ? eq(pauses.mode, "live") : inArray(pauses.mode, ["live", "rehearsal"]);
}

/** Whether an address has been closed for good by a complaint or an admin: no link opens it again. */
export async function isClosedForGood(
  read: Reader,
  { addressHash, mode }: { addressHash: string; mode: DeliveryMode },
): Promise<boolean> {
  const { pauses, terms } = read.tables;
  const closed = await read
    .select({ id: pauses.id })
    .from(pauses)
    .where(
      and(
        eq(pauses.addressHash, addressHash),
        inArray(pauses.reason, ["complaint", "admin"]),
        isNull(pauses.endedAt),
        holdsIn(read, mode),
      ),
    )
    .limit(1);
  if (closed.length > 0) return true;
  const optedOut = await read
    .select({ id: terms.id })
    .from(terms)
    .where(and(eq(terms.addressHash, addressHash), eq(terms.addressState, "opted_out")))
    .limit(1);
  return optedOut.length > 0;
}

/** The campaigns of a message that everybody may still read about. */
export async function listCampaignsOf(read: Reader, deliveryId: string): Promise<ToldCampaign[]> {
  const { deliveryItems } = read.tables;
  const items = await read
    .selectDistinct({ campaignId: deliveryItems.campaignId })
    .from(deliveryItems)
    .where(eq(deliveryItems.deliveryId, deliveryId));
  return readCampaigns(
    read,
    items.map(({ campaignId }) => campaignId),
  );
}

/** Campaigns by their ids, those alone that everybody may read about, by number. */
export async function readCampaigns(read: Reader, ids: readonly string[]): Promise<ToldCampaign[]> {
  if (ids.length === 0) return [];
  const { campaigns, campaignTexts } = read.tables;
  const rows = await read
    .select({ campaign: campaigns, title: campaignTexts.title })
    .from(campaigns)
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(and(inArray(campaigns.id, [...ids]), inArray(campaigns.state, [...VISIBLE_STATES])))
    .orderBy(asc(campaigns.number));
  return rows.map(({ campaign, title }) => ({
    ...{ id: campaign.id, number: campaign.number, title },
    shortName: nameInShort({ shortName: campaign.shortName, title }),
    path: campaignPath(campaign, undefined),
  }));
}

/** Whether a pause is of this address and scope, of one of these reasons, and holds. */
export function isSameRest(
  read: Reader,
  {
    addressHash,
    campaignId,
    reasons,
  }: { addressHash: string; campaignId: string; reasons: readonly string[] },
): SQL | undefined {
  const { pauses } = read.tables;
  return and(
    eq(pauses.addressHash, addressHash),
    eq(pauses.campaignId, campaignId),
    or(...reasons.map((reason) => eq(pauses.reason, reason))),
    isNull(pauses.endedAt),
  );
}
