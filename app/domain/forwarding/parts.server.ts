import { and, asc, desc, eq, inArray, ne, type SQL } from "drizzle-orm";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { TallyLevel } from "#db/tables/tally.ts";
import type { Part, Parts } from "./report.ts";

/** Rows of a table at most: a message must be read in a minute. */
const ROWS_SHOWN = 8;

interface Whole {
  campaignId: string;
  gssCode: string;
  tally: number;
}

/**
 * The wards, or the districts and unitary councils, that lie wholly in a constituency, largest first, as published.
 * One that reaches beyond it counts people who are not this reader's, so it goes into the rest.
 */
export async function readPartsOfConstituency(
  read: Reader,
  { campaignId, gssCode, tally }: Whole,
  { part, limit = ROWS_SHOWN }: { part: "ward" | "council"; limit?: number },
): Promise<Parts> {
  const { publishedTallies } = read.tables;
  const level = part === "ward" ? "ward" : "lower";
  const inside = await listWhollyInside(read, gssCode, part);
  if (inside.length === 0) return { rows: [], rest: 0 };
  const isInside = inArray(publishedTallies.code, inside);
  return fitRest(await readRows(read, { campaignId, level, limit }, isInside), tally);
}

/** The codes of them; statements of their own, for PostgreSQL takes long to find the few of all that are published. */
async function listWhollyInside(
  read: Reader,
  constituency: string,
  part: "ward" | "council",
): Promise<string[]> {
  const { cells } = read.tables;
  const code = cells[part];
  const here = await read
    .selectDistinct({ code, council: cells.council })
    .from(cells)
    .where(and(eq(cells.constituency, constituency), ne(code, "")));
  if (here.length === 0) return [];
  const inside = new Set(here.map((cell) => cell.code));
  const beyond = await read
    .selectDistinct({ code })
    .from(cells)
    .where(
      and(
        // Not all cells of the country: a ward lies in one council.
        inArray(cells.council, [...new Set(here.map((cell) => cell.council))]),
        ne(cells.constituency, constituency),
        ne(cells.constituency, ""),
        inArray(code, [...inside]),
      ),
    );
  for (const cell of beyond) inside.delete(cell.code);
  return [...inside];
}

/** The published places whose parent is this area, largest first: districts of a county, wards of a council. */
export async function readPartsOf(
  read: Reader,
  { campaignId, gssCode, tally }: Whole,
  { level, limit = ROWS_SHOWN }: { level: TallyLevel; limit?: number },
): Promise<Parts> {
  const { areas } = read.tables;
  const rows = await readRows(read, { campaignId, level, limit }, eq(areas.parentGss, gssCode));
  return fitRest(rows, tally);
}

/** All published places of one level, largest first. */
export async function readPlaces(
  read: Reader,
  { campaignId, tally }: Omit<Whole, "gssCode">,
  { level, limit }: { level: TallyLevel; limit: number },
): Promise<Parts> {
  return fitRest(await readRows(read, { campaignId, level, limit }, undefined), tally);
}

async function readRows(
  read: Reader,
  { campaignId, level, limit }: { campaignId: string; level: TallyLevel; limit: number },
  where: SQL | undefined,
): Promise<Part[]> {
  const { publishedTallies, areas } = read.tables;
  return read
    .select({ code: publishedTallies.code, name: areas.shortName, count: publishedTallies.count })
    .from(publishedTallies)
    .innerJoin(areas, eq(areas.gssCode, publishedTallies.code))
    .where(and(eq(publishedTallies.campaignId, campaignId), eq(publishedTallies.level, level), where))
    .orderBy(desc(publishedTallies.count), asc(publishedTallies.code))
    .limit(limit);
}

/** Rows from the front, as many as leave a rest that is 0 or at least five. */
export function fitRest(rows: readonly Part[], tally: number): Parts {
  for (let shown = rows.length; shown > 0; shown -= 1) {
    const listed = rows.slice(0, shown);
    const rest = listed.reduce((left, row) => left - row.count, tally);
    if (rest === 0 || rest >= SMALLEST_SHOWN_COUNT) return { rows: listed, rest };
  }
  return { rows: [], rest: 0 };
}
