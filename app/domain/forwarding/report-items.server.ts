import { and, asc, eq } from "drizzle-orm";
import type { Reader, Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { findArea } from "../area/queries.server.ts";
import { statedGrowth } from "../area/small-numbers.ts";
import { nameInShort } from "../campaign/short-name.ts";
import { capacity } from "./candidate-of.ts";
import { readConcerns } from "./concerns.server.ts";
import { countNow } from "./count-now.server.ts";
import type { QuietAreas } from "./polls.ts";
import type { Delivery } from "./prepare-delivery.server.ts";
import type { ReportedItem, ReportReader } from "./report.ts";
import { rulesFor } from "./rules.server.ts";
import { allows } from "./rules.ts";
import { canBeWrittenTo, isRunning } from "./terms.server.ts";

/** The items of a message that may be told now, in the order in which they are told, and whom each is for. */
export interface FreshItems {
  items: ReportedItem[];
  readers: ReportReader[];
  /** Something was left out because of a poll. */
  isQuiet: boolean;
}

/**
 * The items of a delivery as they stand now; what may no longer be told is taken out of it. Two who share an address
 * are both told, and the campaign is listed once for an area.
 */
export async function refreshItems(
  tx: Tx,
  delivery: Delivery,
  { today, quiet }: { today: string; quiet: QuietAreas },
): Promise<FreshItems> {
  const rows = await readRows(tx, delivery.id);
  const ruleOf = await rulesFor(
    tx,
    rows.map(({ campaign }) => campaign.id),
  );
  const concerns = rows.some(({ campaign }) => ruleOf(campaign.id).councillors === "concerned")
    ? await readConcerns(tx)
    : () => false;
  const items = new Map<string, ReportedItem>();
  const readers = new Map<string, ReportReader>();
  let isQuiet = false;
  for (const { item, campaign, title } of rows) {
    const { campaignId, gssCode, representativeId } = item;
    const seats = await readSeats(tx, delivery, { campaignId, representativeId, today });
    const loud = seats.filter(({ seat }) => quiet.pollIn(seat) === undefined);
    if (seats.length > 0 && loud.length === 0) isQuiet = true;
    const now = isTelling(campaign.state, item.isClosing)
      ? await countNow(tx, { campaignId, gssCode })
      : undefined;
    const rule = ruleOf(campaignId);
    const allowed = loud.filter(
      ({ seat }) =>
        now &&
        allows(rule, capacity({ ...now, seat }, concerns(campaign.bodyGss, seat.parentGss)), item.isClosing),
    );
    const [reader] = allowed.filter(({ seat }) => seat.gssCode === gssCode).concat(allowed);
    if (!reader || !now) {
      await tx.delete(tx.tables.deliveryItems).where(isItem(tx, item));
      continue;
    }
    if (now.tally !== item.tally)
      await tx.update(tx.tables.deliveryItems).set({ tally: now.tally }).where(isItem(tx, item));
    const { kind, fullTitle, seat } = reader;
    readers.set(representativeId, { kind, fullTitle, areaName: seat.name });
    items.set(`${campaignId} ${gssCode}`, {
      ...about(campaign, title),
      ...{ campaignId, representativeId, asks: [], tables: [] },
      ...{ ...now, gssCode, isClosing: item.isClosing, previousOn: item.previousOn },
      areaName: now.basis === "across" ? await shortName(tx, gssCode) : now.areaName,
      previousTally: statedPrevious(now.tally, item.previousTally),
    });
  }
  return { items: [...items.values()].sort(byUrgency), readers: [...readers.values()], isQuiet };
}

type CampaignRow = Tables["campaigns"]["$inferSelect"];

function about(
  {
    kind,
    number,
    slug,
    shortName,
    bodyName,
    organiserName,
    askClause,
    closesOn,
    isDemonstration,
  }: CampaignRow,
  title: string,
) {
  const named = { title, shortName: nameInShort({ shortName, title }) };
  return { kind, number, slug, ...named, bodyName, organiserName, askClause, closesOn, isDemonstration };
}

async function readRows(read: Reader, deliveryId: string) {
  const { deliveryItems, campaigns, campaignTexts } = read.tables;
  return read
    .select({ item: deliveryItems, campaign: campaigns, title: campaignTexts.title })
    .from(deliveryItems)
    .innerJoin(campaigns, eq(campaigns.id, deliveryItems.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(eq(deliveryItems.deliveryId, deliveryId))
    .orderBy(asc(deliveryItems.campaignId), asc(deliveryItems.representativeId));
}

/** The seats that somebody holds today under this address, if it may be told of the campaign. */
async function readSeats(
  read: Reader,
  { addressHash, mode }: Delivery,
  { campaignId, representativeId, today }: { campaignId: string; representativeId: string; today: string },
) {
  const { terms, representatives, areas } = read.tables;
  return read
    .select({ kind: representatives.kind, fullTitle: representatives.fullTitle, seat: areas })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .where(
      and(
        eq(terms.representativeId, representativeId),
        eq(terms.addressHash, addressHash),
        isRunning(read, today),
        canBeWrittenTo(read, campaignId, mode),
      ),
    )
    .orderBy(asc(terms.id));
}

function isItem({ tables: { deliveryItems } }: Reader, item: Tables["deliveryItems"]["$inferSelect"]) {
  return and(
    eq(deliveryItems.campaignId, item.campaignId),
    eq(deliveryItems.representativeId, item.representativeId),
    eq(deliveryItems.slotOn, item.slotOn),
  );
}

function isTelling(state: CampaignState, isClosing: boolean): boolean {
  return state === (isClosing ? "closed" : "open");
}

function statedPrevious(tally: number, previous: number | null): number | undefined {
  if (previous === null || statedGrowth(tally, previous) === undefined) return undefined;
  return previous;
}

/** What closes first, then what has grown most. */
function byUrgency(a: ReportedItem, b: ReportedItem): number {
  return Number(b.isClosing) - Number(a.isClosing) || growthOf(b) - growthOf(a);
}

function growthOf({ tally, previousTally, previousOn }: ReportedItem): number {
  if (previousTally !== undefined) return tally - previousTally;
  return previousOn === "" ? tally : 0;
}

async function shortName(read: Reader, gssCode: string): Promise<string> {
  return (await findArea(read, gssCode))?.shortName ?? "";
}
