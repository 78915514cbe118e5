import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { type Area, findArea } from "../area/queries.server.ts";
import { councilTier } from "../area/tier.ts";
import { readPartsOf, readPartsOfConstituency, readPlaces } from "./parts.server.ts";
import type { Parts, PartsTable, ReportedItem } from "./report.ts";

/** Whoever is asked to act sees where people are in full: rows of one table at most. */
const WHOLE_TABLE_ROWS = 40;

/** Rows of a table where several campaigns are told of: enough to see where they are strongest. */
const BRIEF_ROWS = 3;

/** A campaign's item, and the council that it is addressed to, if it is one. */
type Counted = Pick<
  ReportedItem,
  "campaignId" | "basis" | "gssCode" | "level" | "areaName" | "tally" | "bodyGss"
>;

/**
 * The places within what an item counts. For a member of parliament the councils in the constituency, where a
 * council is asked to act, and its largest wards; for a county that is told as one its districts; for everyone the
 * councils people live in, and the parts of the council that is asked. All as published, each with a rest that gives
 * nobody away.
 */
export async function readTables(read: Reader, item: Counted): Promise<PartsTable[]> {
  if (item.basis === "everyone") return tablesOfEveryone(read, item);
  if (item.basis === "across") {
    const districts = await readPartsOf(read, item, { level: "lower", limit: WHOLE_TABLE_ROWS });
    return tableOf(districts, "District", elsewhereIn(item));
  }
  if (item.level !== "constituency") return [];
  const councils =
    item.bodyGss === "" ? undefined : await readPartsOfConstituency(read, item, { part: "council" });
  const wards = await readPartsOfConstituency(read, item, { part: "ward" });
  return [
    // One council that holds all of it says what the headline says.
    ...(councils && !isTheWhole(councils) ? tableOf(councils, "Council", REST_OF_SEAT) : []),
    ...tableOf(wards, "Ward", elsewhereIn(item)),
  ];
}

/** One short table of the largest places within what an item counts, for a message that tells of several campaigns. */
export async function readBriefTables(read: Reader, item: Counted): Promise<PartsTable[]> {
  const limit = BRIEF_ROWS;
  if (item.basis === "everyone")
    return tableOf(await readPlaces(read, item, { level: "lower", limit }), "Council", ELSEWHERE);
  if (item.basis === "across")
    return tableOf(await readPartsOf(read, item, { level: "lower", limit }), "District", elsewhereIn(item));
  if (item.level !== "constituency") return [];
  const wards = await readPartsOfConstituency(read, item, { part: "ward", limit });
  if (wards.rows.length > 0) return tableOf(wards, "Ward", elsewhereIn(item));
  const councils = await readPartsOfConstituency(read, item, { part: "council", limit });
  return isTheWhole(councils) ? [] : tableOf(councils, "Council", REST_OF_SEAT);
}

async function tablesOfEveryone(read: Reader, item: Counted): Promise<PartsTable[]> {
  const level = "lower";
  const councils = await readPlaces(read, item, { level, limit: WHOLE_TABLE_ROWS });
  const body = item.bodyGss === "" ? undefined : await findArea(read, item.bodyGss);
  return [
    ...tableOf(councils, "Council", ELSEWHERE),
    ...(body ? await tablesOfBody(read, item.campaignId, body) : []),
  ];
}

/** The divisions of a county, the wards of any other council, out of those who signed there. */
async function tablesOfBody(read: Reader, campaignId: string, body: Area): Promise<PartsTable[]> {
  const tally = await readCount(read, { campaignId, area: body });
  if (tally === undefined) return [];
  const level = body.kind === "county" ? "division" : "ward";
  const whole = { campaignId, gssCode: body.gssCode, tally };
  const parts = await readPartsOf(read, whole, { level, limit: WHOLE_TABLE_ROWS });
  const head = `${level === "division" ? "Division" : "Ward"} of ${body.shortName}`;
  return tableOf(parts, head, `Elsewhere in ${body.shortName}`);
}

async function readCount(
  read: Reader,
  { campaignId, area }: { campaignId: string; area: Area },
): Promise<number | undefined> {
  const { publishedTallies } = read.tables;
  const [published] = await read
    .select({ count: publishedTallies.count })
    .from(publishedTallies)
    .where(
      and(
        eq(publishedTallies.campaignId, campaignId),
        eq(publishedTallies.level, councilTier(area)),
        eq(publishedTallies.code, area.gssCode),
      ),
    );
  return published?.count;
}

const ELSEWHERE = "Elsewhere, or place not known";
/** Beside councils, which often have the constituency's own name. */
const REST_OF_SEAT = "Elsewhere in the constituency";

function elsewhereIn({ areaName }: Counted): string {
  return `Elsewhere in ${areaName}`;
}

function tableOf(parts: Parts, head: string, restName: string): PartsTable[] {
  return parts.rows.length === 0 ? [] : [{ head, restName, ...parts }];
}

function isTheWhole({ rows, rest }: Parts): boolean {
  return rows.length === 1 && rest === 0;
}
