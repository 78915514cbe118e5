import { and, eq, ne, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { TallyLevel } from "#db/tables/tally.ts";

/** In how many areas of a level the published numbers of some open campaign say that people signed there. */
export async function countPublishedAreas(read: Reader, level: TallyLevel): Promise<number> {
  const { publishedTallies, campaigns } = read.tables;
  const [row] = await read
    .select({ count: sql`count(distinct ${publishedTallies.code})`.mapWith(Number) })
    .from(publishedTallies)
    .innerJoin(campaigns, eq(campaigns.id, publishedTallies.campaignId))
    .where(
      and(
        eq(publishedTallies.level, level),
        ne(publishedTallies.code, "unplaced"),
        eq(campaigns.state, "open"),
      ),
    );
  return row?.count ?? 0;
}
