import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { DAYS_BETWEEN_DELIVERIES } from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { CampaignKind, CampaignState } from "#db/tables/campaign.ts";
import type { RepresentativeKind } from "#db/tables/representative.ts";
import { statedGrowth } from "../area/small-numbers.ts";
import { daysBetween, londonDay } from "../time/london.ts";
import { type SkipReason, TOLD_LEVELS, TOLD_STATES, type ToldLevel, toldLevel } from "./forwarding.ts";
import { type Parts, readParts } from "./parts.server.ts";
import type { Addressee } from "./recipient.server.ts";
import { canBeWrittenTo, isRunning } from "./terms.server.ts";

/** A row of deliveries. */
export type Delivery = Tables["deliveries"]["$inferSelect"];

/** One campaign of a message, every number from the campaign's present publication. */
export interface ReportedItem {
  campaignId: string;
  kind: CampaignKind;
  slug: string;
  title: string;
  bodyName: string;
  askClause: string;
  isDemonstration: boolean;
  gssCode: string;
  level: ToldLevel;
  areaName: string;
  tally: number;
  /** Missing where there is none, or where the growth since may not be stated. */
  previousTally?: number;
  /** Blank where they were never told. */
  previousOn: string;
  isClosing: boolean;
  parts?: Parts;
}

/** What a message says, to whom, and where their address was found. */
export interface DeliveryReport {
  to: Addressee & { kind: RepresentativeKind; fullTitle: string; areaName: string };
  items: ReportedItem[];
  /** The first message to this address: it says where the address is published. */
  isFirst: boolean;
  source: string;
  checkedOn: string;
}

/**
 * Brings a delivery up to date in the moment it is sent, and reads what it is to say: campaigns that may no longer
 * be told drop out, tallies are those of the present publication. Says why where nothing is to be sent.
 */
export async function prepareDelivery(
  tx: Tx,
  delivery: Delivery,
  now: number,
): Promise<DeliveryReport | { skip: SkipReason }> {
  const today = londonDay(now);
  if (daysBetween(delivery.slotOn, today) >= DAYS_BETWEEN_DELIVERIES) return { skip: "too_late" };
  const to = await findAddressee(tx, delivery, today);
  if (!to) return { skip: "address_withdrawn" };
  const items = await refreshItems(tx, delivery.id);
  const [only, ...others] = items;
  if (!only) return { skip: "nothing_to_tell" };
  const parts = others.length === 0 && only.level === "constituency" ? await readParts(tx, only) : undefined;
  const { source, checkedOn, ...addressee } = to;
  return {
    to: addressee,
    items: parts ? [{ ...only, parts }] : items,
    isFirst: await isFirstTo(tx, delivery),
    source,
    checkedOn,
  };
}

/** The seat, if it is still held and still has the address that this was planned for. */
async function findAddressee(tx: Tx, delivery: Delivery, today: string) {
  const { terms, representatives, areas } = tx.tables;
  const [row] = await tx
    .select({
      termId: terms.id,
      address: terms.address,
      source: terms.source,
      checkedOn: terms.checkedOn,
      publicId: representatives.publicId,
      isInvented: representatives.isInvented,
      kind: representatives.kind,
      fullTitle: representatives.fullTitle,
      areaName: areas.name,
    })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .where(
      and(
        eq(terms.id, delivery.termId),
        eq(terms.addressHash, delivery.addressHash),
        isRunning(tx, today),
        canBeWrittenTo(tx),
      ),
    );
  return row;
}

/** The items as they stand now. Two who share an address are both told, and the campaign is listed once. */
async function refreshItems(tx: Tx, deliveryId: string): Promise<ReportedItem[]> {
  const { deliveryItems, campaigns, campaignTexts, areas, publishedTallies } = tx.tables;
  const rows = await tx
    .select({ item: deliveryItems, campaign: campaigns, title: campaignTexts.title, areaName: areas.name })
    .from(deliveryItems)
    .innerJoin(campaigns, eq(campaigns.id, deliveryItems.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .innerJoin(areas, eq(areas.gssCode, deliveryItems.gssCode))
    .where(eq(deliveryItems.deliveryId, deliveryId))
    .orderBy(asc(deliveryItems.campaignId), asc(deliveryItems.representativeId));
  const items = new Map<string, ReportedItem>();
  for (const { item, campaign, title, areaName } of rows) {
    const { campaignId, gssCode, representativeId, slotOn, isClosing } = item;
    const [published] = await tx
      .select({ level: publishedTallies.level, count: publishedTallies.count })
      .from(publishedTallies)
      .where(
        and(
          eq(publishedTallies.campaignId, campaignId),
          eq(publishedTallies.code, gssCode),
          inArray(publishedTallies.level, [...TOLD_LEVELS]),
        ),
      );
    const level = published && toldLevel(published.level);
    const isItem = and(
      eq(deliveryItems.campaignId, campaignId),
      eq(deliveryItems.representativeId, representativeId),
      eq(deliveryItems.slotOn, slotOn),
    );
    if (!published || !level || !isTellable(campaign.state, isClosing)) {
      await tx.delete(deliveryItems).where(isItem);
      continue;
    }
    if (published.count !== item.tally) {
      await tx.update(deliveryItems).set({ tally: published.count }).where(isItem);
    }
    const { kind, slug, bodyName, askClause, isDemonstration } = campaign;
    items.set(`${campaignId} ${gssCode}`, {
      ...{ campaignId, kind, slug, title, bodyName, askClause, isDemonstration },
      ...{ gssCode, level, areaName, isClosing, tally: published.count, previousOn: item.previousOn },
      previousTally: statedPrevious(published.count, item.previousTally),
    });
  }
  return [...items.values()];
}

function isTellable(state: CampaignState, isClosing: boolean): boolean {
  return state === (isClosing ? "closed" : "open");
}

function statedPrevious(tally: number, previous: number | null): number | undefined {
  if (previous === null || statedGrowth(tally, previous) === undefined) return undefined;
  return previous;
}

async function isFirstTo(tx: Tx, { id, addressHash, mode }: Delivery): Promise<boolean> {
  const { deliveries } = tx.tables;
  const earlier = await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.addressHash, addressHash),
        eq(deliveries.mode, mode),
        ne(deliveries.id, id),
        inArray(deliveries.state, [...TOLD_STATES]),
      ),
    )
    .limit(1);
  return earlier.length === 0;
}
