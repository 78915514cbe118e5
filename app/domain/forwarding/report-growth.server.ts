import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { z } from "zod";
import type { Reader, Tx } from "#db/database.ts";
import { statedGrowth } from "../area/small-numbers.ts";
import { TOLD_STATES } from "./forwarding.ts";
import type { Delivery } from "./prepare-deliveries.server.ts";
import type { PartsTable, ReportedItem } from "./report.ts";

/** The tables of a message as they are kept with it: by heading the whole, and the places shown by code. */
const ShownPlaces = z.record(
  z.string(),
  z.object({ whole: z.number(), counts: z.record(z.string(), z.number()) }),
);
type ShownPlaces = z.infer<typeof ShownPlaces>;

type OneDelivery = Pick<Delivery, "id" | "slotOn" | "mode">;

/** Keeps with a message which places it shows: what the next one to this reader states growth against. */
export async function rememberPlaces(
  tx: Tx,
  { id }: Pick<OneDelivery, "id">,
  { campaignId, gssCode, tables }: ReportedItem,
): Promise<void> {
  if (tables.length === 0) return;
  const { deliveryItems } = tx.tables;
  await tx
    .update(deliveryItems)
    .set({ places: JSON.stringify(shown(tables)) })
    .where(
      and(
        eq(deliveryItems.deliveryId, id),
        eq(deliveryItems.campaignId, campaignId),
        eq(deliveryItems.gssCode, gssCode),
      ),
    );
}

/**
 * The tables of an item with the growth of each place since the message before, as far as that showed it: both
 * numbers have been published and told to this very reader.
 */
export async function readGrowth(
  read: Reader,
  delivery: Pick<OneDelivery, "slotOn" | "mode">,
  item: ReportedItem,
): Promise<PartsTable[]> {
  if (item.previousOn === "" || item.tables.length === 0) return [...item.tables];
  const before = await readShownBefore(read, delivery, item);
  return item.tables.map((table) => withGrowth(table, before[table.head]));
}

/** States growth row by row: never 1 to 4, and never so that the one place left silent could be worked out. */
export function withGrowth(table: PartsTable, before: ShownPlaces[string] | undefined): PartsTable {
  if (before === undefined) return table;
  const { rows, rest } = table;
  const growth = rows.map(({ code, count }) => sinceOf(count, before.counts[code]));
  if (rest > 0) growth.push(sinceOf(rest, restBefore(table, before)));
  const isOneSilent = growth.filter((since) => since === undefined).length === 1;
  if (isOneSilent) growth[growth.findLastIndex((since) => since !== undefined)] = undefined;
  return {
    ...table,
    rows: rows.map((row, index) => ({ ...row, since: growth[index] })),
    restSince: growth[rows.length],
  };
}

function sinceOf(count: number, before: number | undefined): number | undefined {
  return before === undefined ? undefined : statedGrowth(count, before);
}

/** What the places of the rest had then: known where all places that are shown now were shown then. */
function restBefore({ rows }: PartsTable, { whole, counts }: ShownPlaces[string]): number | undefined {
  let left = whole;
  for (const { code } of rows) {
    const count = counts[code];
    if (count === undefined) return undefined;
    left -= count;
  }
  return left < 0 ? undefined : left;
}

async function readShownBefore(
  read: Reader,
  { slotOn, mode }: Pick<OneDelivery, "slotOn" | "mode">,
  { campaignId, representativeId, gssCode }: ReportedItem,
): Promise<ShownPlaces> {
  const { deliveries, deliveryItems } = read.tables;
  const [row] = await read
    .select({ places: deliveryItems.places })
    .from(deliveryItems)
    .innerJoin(deliveries, eq(deliveries.id, deliveryItems.deliveryId))
    .where(
      and(
        eq(deliveryItems.representativeId, representativeId),
        eq(deliveryItems.campaignId, campaignId),
        eq(deliveryItems.gssCode, gssCode),
        lt(deliveryItems.slotOn, slotOn),
        eq(deliveries.mode, mode),
        inArray(deliveries.state, [...TOLD_STATES]),
      ),
    )
    .orderBy(desc(deliveryItems.slotOn))
    .limit(1);
  return row && row.places !== "" ? ShownPlaces.parse(JSON.parse(row.places)) : {};
}

function shown(tables: readonly PartsTable[]): ShownPlaces {
  return Object.fromEntries(
    tables.map(({ head, rows, rest }) => {
      const whole = rows.reduce((sum, { count }) => sum + count, rest);
      return [head, { whole, counts: Object.fromEntries(rows.map(({ code, count }) => [code, count])) }];
    }),
  );
}
