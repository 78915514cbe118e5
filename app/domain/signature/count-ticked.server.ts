import { setImmediate } from "node:timers/promises";
import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";

/** Those who ticked something; each is an index of its own, whose words these are. */
const TICKED = {
  handIn: ({ signatures }: Tables) => sql`${signatures.handIn}`,
  connected: ({ signatures }: Tables) => sql`${signatures.connection} <> ''`,
  wanting: ({ signatures }: Tables) => sql`${signatures.updates}`,
} as const satisfies Record<string, (tables: Tables) => SQL>;

/** Counted while somebody waits; of more than this, what was counted at the last publication. */
export const COUNTED_LIVE = 2_000;
/** Of more than that, so many are looked at for whether anybody still has a name here: blanking takes all of them. */
const LOOKED_AT = 500;
/** Entries of an index read at once: others have their turn between. */
const PART = 20_000;

/**
 * Whether signatures of a campaign behind one of them are confirmed and have something ticked: said of the state so that
 * SQLite takes no index but that of the ticked, and PostgreSQL knows how many of them are.
 */
export function isTicked(
  tables: Tables,
  { campaignId, what, after = "" }: { campaignId: string; what: keyof typeof TICKED; after?: string },
): SQL | undefined {
  const { signatures } = tables;
  const isConfirmed = sql`(${signatures.state} = 'confirmed') is true`;
  return and(
    eq(signatures.campaignId, campaignId),
    gt(signatures.id, after),
    TICKED[what](tables),
    isConfirmed,
  );
}

/** How many of those who signed a campaign ticked something, all of them counted, in parts. */
export async function countAllTicked(
  read: Reader,
  campaignId: string,
  what: keyof typeof TICKED,
): Promise<number> {
  const { signatures } = read.tables;
  let count = 0;
  for (let after = ""; ; await setImmediate()) {
    const part = read
      .select({ id: signatures.id })
      .from(signatures)
      .where(isTicked(read.tables, { campaignId, what, after }))
      .orderBy(asc(signatures.id))
      .limit(PART)
      .as("part");
    const [row] = await read
      .select({ count: sql`count(*)`.mapWith(Number), last: sql<string | null>`max(${part.id})` })
      .from(part);
    count += row?.count ?? 0;
    if (!row?.last || row.count < PART) return count;
    after = row.last;
  }
}

/** The same while somebody waits: of a large campaign, as it was at its last publication. */
export async function countTicked(
  read: Reader,
  campaignId: string,
  what: "handIn" | "wanting",
): Promise<number> {
  const { publications } = read.tables;
  const [then] = await read
    .select({ handIn: publications.handInTotal, wanting: publications.wantingTotal })
    .from(publications)
    .where(eq(publications.campaignId, campaignId));
  const published = then?.[what] ?? 0;
  const limit = published > COUNTED_LIVE ? LOOKED_AT : COUNTED_LIVE + 1;
  const { count, named } = await countFirst(read, { campaignId, what, limit });
  return count < limit || named === 0 ? named : Math.max(named, published);
}

/** The first of them, and how many of these have a name: who has none stays counted, and is neither written to nor handed in. */
async function countFirst(
  read: Reader,
  { limit, ...asked }: { campaignId: string; what: "handIn" | "wanting"; limit: number },
): Promise<{ count: number; named: number }> {
  const { signatures } = read.tables;
  const some = read
    .select({ name: signatures.name })
    .from(signatures)
    .where(isTicked(read.tables, asked))
    .orderBy(asc(signatures.id))
    .limit(limit)
    .as("some");
  const [row] = await read
    .select({
      count: sql`count(*)`.mapWith(Number),
      named: sql`coalesce(sum(case when ${some.name} <> '' then 1 else 0 end), 0)`.mapWith(Number),
    })
    .from(some);
  return row ?? { count: 0, named: 0 };
}
