import { and, asc, desc, eq, inArray, ne, notInArray } from "drizzle-orm";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";

/** Rows in a message at most: it must be read in a minute. */
const ROWS_SHOWN = 8;

/** The places of an area with their published counts, and what is left of its count for the others. */
export interface Parts {
  rows: { name: string; count: number }[];
  rest: number;
}

/**
 * The wards that lie wholly in a constituency, largest first, as published. A ward that reaches beyond it counts
 * people who are not this reader's, so it goes into the rest; a rest of 1 to 4 takes in the smallest row.
 */
export async function readParts(
  read: Reader,
  { campaignId, gssCode, tally }: { campaignId: string; gssCode: string; tally: number },
): Promise<Parts> {
  const { publishedTallies, areas, cells } = read.tables;
  const inside = read.select({ ward: cells.ward }).from(cells).where(eq(cells.constituency, gssCode));
  const beyond = read
    .select({ ward: cells.ward })
    .from(cells)
    .where(and(ne(cells.constituency, gssCode), ne(cells.constituency, ""), inArray(cells.ward, inside)));
  const rows = await read
    .select({ name: areas.name, count: publishedTallies.count })
    .from(publishedTallies)
    .innerJoin(areas, eq(areas.gssCode, publishedTallies.code))
    .where(
      and(
        eq(publishedTallies.campaignId, campaignId),
        eq(publishedTallies.level, "ward"),
        inArray(publishedTallies.code, inside),
        notInArray(publishedTallies.code, beyond),
      ),
    )
    .orderBy(desc(publishedTallies.count), asc(publishedTallies.code))
    .limit(ROWS_SHOWN);
  return fitRest(rows, tally);
}

/** Rows from the front, as many as leave a rest that is 0 or at least five. */
export function fitRest(rows: readonly { name: string; count: number }[], tally: number): Parts {
  for (let shown = rows.length; shown > 0; shown -= 1) {
    const listed = rows.slice(0, shown);
    const rest = listed.reduce((left, row) => left - row.count, tally);
    if (rest === 0 || rest >= SMALLEST_SHOWN_COUNT) return { rows: listed, rest };
  }
  return { rows: [], rest: 0 };
}
