import { and, asc, desc, eq, gte } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";

/** What was published of a council and a year. */
export type SendYear = Tables["sendYears"]["$inferSelect"];
type Inspection = Tables["sendInspections"]["$inferSelect"];

/** The first year that a page looks at. */
const SINCE = 2022;

/** Official figures of a council that runs education in England, each year beside the whole country's. */
export interface SendFigures {
  /** Oldest first. */
  years: (SendYear & { england: EnglandYear })[];
  inspection?: Inspection;
}

/** England as the councils that published a year's figures add up. */
export interface EnglandYear {
  /** Share of plans issued in time, 0 to 1; undefined where nobody published it. */
  inTimeShare?: number;
  /** Share of requests for an assessment that were refused, 0 to 1. */
  refusedShare?: number;
  /** How many councils of all are in `inTimeShare`. */
  councilCount: number;
  allCount: number;
}

/** The official figures of one council; undefined where there are none, as outside England. */
export async function findSendFigures(read: Reader, gssCode: string): Promise<SendFigures | undefined> {
  const { sendYears, sendInspections } = read.tables;
  const own = await read
    .select()
    .from(sendYears)
    .where(and(eq(sendYears.gssCode, gssCode), gte(sendYears.year, SINCE)))
    .orderBy(asc(sendYears.year));
  if (own.length === 0) return undefined;
  const all = await read.select().from(sendYears).where(gte(sendYears.year, SINCE));
  const [inspection] = await read
    .select()
    .from(sendInspections)
    .where(eq(sendInspections.gssCode, gssCode))
    .orderBy(desc(sendInspections.publishedOn))
    .limit(1);
  const years = own.map((year) => ({ ...year, england: addUp(all.filter((one) => one.year === year.year)) }));
  return { years, inspection };
}

/** The figures of all councils, by council, oldest first. */
export async function listSendYears(read: Reader): Promise<SendYear[]> {
  const { sendYears } = read.tables;
  return read
    .select()
    .from(sendYears)
    .where(gte(sendYears.year, SINCE))
    .orderBy(asc(sendYears.gssCode), asc(sendYears.year));
}

function addUp(rows: readonly SendYear[]): EnglandYear {
  const inTime = shareOf(rows, "plansInTime", "plansIssued");
  const refused = shareOf(rows, "requestsRefused", "assessmentRequests");
  return {
    inTimeShare: inTime.share,
    refusedShare: refused.share,
    councilCount: inTime.rowCount,
    allCount: rows.length,
  };
}

/** Of the rows that give both numbers: one added up, divided by the other. */
function shareOf(
  rows: readonly SendYear[],
  part: "plansInTime" | "requestsRefused",
  whole: "plansIssued" | "assessmentRequests",
): { share?: number; rowCount: number } {
  let parts = 0;
  let wholes = 0;
  let rowCount = 0;
  for (const row of rows) {
    const [one, all] = [row[part], row[whole]];
    if (one === null || all === null) continue;
    parts += one;
    wholes += all;
    rowCount += 1;
  }
  return { share: wholes === 0 ? undefined : parts / wholes, rowCount };
}
