import { and, asc, eq, inArray } from "drizzle-orm";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";
import type { Reader, Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { findAreas } from "../area/queries.server.ts";
import { statedGrowth } from "../area/small-numbers.ts";
import { nameInShort } from "../campaign/short-name.ts";
import { isAboutSchools } from "../story/invite-story.ts";
import { readBesides } from "./besides.server.ts";
import { capacity } from "./candidate-of.ts";
import { readConcerns } from "./concerns.server.ts";
import type { Counted } from "./counted.ts";
import type { QuietAreas } from "./polls.ts";
import type { Delivery } from "./prepare-deliveries.server.ts";
import type { ReportedItem, ReportReader } from "./report.ts";
import { rulesFor } from "./rules.server.ts";
import { allows } from "./rules.ts";
import { readStanding } from "./standing.server.ts";

/** The items of a message that may be told now, in the order in which they are told, and whom each is for. */
export interface FreshItems {
  items: ReportedItem[];
  readers: ReportReader[];
  /** Something was left out because of a poll. */
  isQuiet: boolean;
}

/**
 * The items of messages as they stand now, by message: what may no longer be told is taken out of them. Two who share
 * an address are both told, and the campaign is listed once for an area.
 */
export async function refreshItems(
  tx: Tx,
  messages: readonly Delivery[],
  { today, mode, quiet }: { today: string; mode: DeliveryMode; quiet: QuietAreas },
): Promise<(message: Delivery) => FreshItems> {
  const rows = await readRows(
    tx,
    messages.map(({ id }) => id),
  );
  const standing = await readStanding(
    tx,
    { messages, items: rows.map(({ item }) => item) },
    { slotOn: today, mode },
  );
  const mayBeSaid = await readRules(tx, rows);
  const counted = rows.flatMap(({ item }) => standing(item) ?? []);
  const areas = await findAreas(
    tx,
    counted.flatMap(({ gssCode, seat }) => [gssCode, seat.gssCode, seat.parentGss]),
  );
  const besideOf = await readBesides(tx, counted, areas);
  const drafts = new Map(messages.map(({ id }) => [id, newDraft()]));
  for (const row of rows) {
    const { item, isCopy, campaign, title, reader } = row;
    const draft = drafts.get(item.deliveryId);
    const now = standing(item);
    const isQuiet = now !== undefined && quiet.pollIn(now.seat) !== undefined;
    if (draft && isQuiet) draft.isQuiet = true;
    if (!draft || !now || isQuiet || !mayBeSaid(row, now)) {
      await tx.delete(tx.tables.deliveryItems).where(isItem(tx, item));
      continue;
    }
    const { campaignId, representativeId, gssCode, isClosing, previousOn } = item;
    const { basis, level, tally } = now;
    if (tally !== item.tally) await tx.update(tx.tables.deliveryItems).set({ tally }).where(isItem(tx, item));
    draft.readers.set(representativeId, { ...reader, areaName: areas.get(now.seat.gssCode)?.name ?? "" });
    const area = areas.get(gssCode);
    const key = `${campaignId} ${gssCode}`;
    draft.items.set(key, {
      ...about(campaign, title),
      ...{ campaignId, representativeId, basis, level, tally, gssCode, isClosing, previousOn },
      areaName: (basis === "across" ? area?.shortName : area?.name) ?? "",
      ...{ asks: [], tables: [], beside: besideOf(now) },
      // Where one of several at an address is asked to answer, the message asks.
      isCopy: basis === "everyone" && isCopy === true && draft.items.get(key)?.isCopy !== false,
      previousTally: statedPrevious(tally, item.previousTally),
    });
  }
  return ({ id }) => {
    const { items, readers, isQuiet } = drafts.get(id) ?? newDraft();
    return { items: [...items.values()].sort(byUrgency), readers: [...readers.values()], isQuiet };
  };
}

interface Draft {
  items: Map<string, ReportedItem>;
  readers: Map<string, ReportReader>;
  isQuiet: boolean;
}

function newDraft(): Draft {
  return { items: new Map(), readers: new Map(), isQuiet: false };
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

/** Whether the campaign's state, its rule and its count let an item be said now. */
async function readRules(read: Reader, rows: readonly Row[]): Promise<(row: Row, now: Counted) => boolean> {
  const ruleOf = await rulesFor(
    read,
    rows.map(({ campaign }) => campaign.id),
  );
  const concerns = rows.some(({ campaign }) => ruleOf(campaign.id).councillors === "concerned")
    ? await readConcerns(read)
    : () => false;
  return ({ item: { isClosing }, campaign: { id, state } }, now) =>
    isTelling(state, isClosing) &&
    now.tally >= SMALLEST_SHOWN_COUNT &&
    allows(ruleOf(id), capacity(now, concerns(now.bodyGss, now.seat.parentGss)), isClosing);
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
    bodyGss,
    askClause,
    closesOn,
    showsNames,
    isDemonstration,
    topic,
  }: CampaignRow,
  title: string,
) {
  const named = { title, shortName: nameInShort({ shortName, title }) };
  const isAbout = isAboutSchools({ topic, title });
  const addressed = { bodyName, bodyGss, askClause };
  return {
    kind,
    number,
    slug,
    ...named,
    ...addressed,
    isAboutSchools: isAbout,
    organiserName,
    closesOn,
    showsNames,
    isDemonstration,
  };
}

async function readRows(read: Reader, deliveryIds: readonly string[]) {
  const { deliveryItems, campaigns, campaignTexts, representatives, recipients } = read.tables;
  return read
    .select({
      item: deliveryItems,
      isCopy: recipients.isCopy,
      campaign: campaigns,
      title: campaignTexts.title,
      reader: { kind: representatives.kind, fullTitle: representatives.fullTitle },
    })
    .from(deliveryItems)
    .innerJoin(representatives, eq(representatives.id, deliveryItems.representativeId))
    .innerJoin(campaigns, eq(campaigns.id, deliveryItems.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .leftJoin(
      recipients,
      and(
        eq(recipients.campaignId, deliveryItems.campaignId),
        eq(recipients.representativeId, deliveryItems.representativeId),
      ),
    )
    .where(inArray(deliveryItems.deliveryId, [...deliveryIds]))
    .orderBy(
      asc(deliveryItems.deliveryId),
      asc(deliveryItems.campaignId),
      asc(deliveryItems.representativeId),
    );
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
