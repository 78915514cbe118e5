import { asc, eq } from "drizzle-orm";
import type { Reader, Tx } from "#db/database.ts";
import type { Delivery } from "./prepare-deliveries.server.ts";
import type { ReportedItem } from "./report.ts";
import { readGrowth, rememberPlaces } from "./report-growth.server.ts";
import { readBriefTables, readTables } from "./report-tables.server.ts";

/** Of several campaigns so many show where people are: more would hide the last ones below a screen of tables. */
const TABLED_CAMPAIGNS = 3;

/**
 * The items of a message with the places in what they count and how these have grown since the message before: one
 * campaign in full, several in a few rows each. Keeps with the message which places it shows.
 */
export async function withDetails(
  tx: Tx,
  delivery: Pick<Delivery, "id" | "slotOn" | "mode">,
  items: readonly ReportedItem[],
): Promise<ReportedItem[]> {
  const isOnly = items.length === 1;
  const detailed: ReportedItem[] = [];
  for (const [index, item] of items.entries()) {
    const told = isOnly ? await inFull(tx, item) : await inBrief(tx, item, index < TABLED_CAMPAIGNS);
    await rememberPlaces(tx, delivery, told);
    detailed.push({ ...told, tables: await readGrowth(tx, delivery, told) });
  }
  return detailed;
}

/** All asks too, where the reader is the one who is asked. */
async function inFull(read: Reader, item: ReportedItem): Promise<ReportedItem> {
  const { asks } = read.tables;
  const listed =
    item.basis === "everyone"
      ? await read
          .select({ text: asks.text })
          .from(asks)
          .where(eq(asks.campaignId, item.campaignId))
          .orderBy(asc(asks.position))
      : [];
  return {
    ...item,
    asks: listed.map(({ text }) => text),
    tables: await readTables(read, item),
  };
}

async function inBrief(read: Reader, item: ReportedItem, hasPlaces: boolean): Promise<ReportedItem> {
  if (!hasPlaces) return { ...item, beside: undefined };
  return { ...item, tables: await readBriefTables(read, item) };
}
