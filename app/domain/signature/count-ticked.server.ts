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
/** Entries of an index read at once: others have their turn between. */
const PART = 20_000;

/**
 * Whether signatures of a campaign behind one of them are confirmed and have something ticked: said of the state so that
 * no index but that of the ticked is taken.
 */
export function isTicked(
  tables: Tables,
  { campaignId, what, after = "" }: { campaignId: string; what: keyof typeof TICKED; after?: string },
): SQL | undefined {
  const { signatures } = tables;
  const isConfirmed = sql`${signatures.state} || '' = 'confirmed'`;
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
  const { signatures, publications } = read.tables;
  const some = read
    .select({ name: signatures.name })
    .from(signatures)
    .where(isTicked(read.tables, { campaignId, what }))
    .limit(COUNTED_LIVE + 1)
    .as("some");
  // Who has no name here any more stays counted, and is neither written to nor handed in.
  const [live] = await read
    .select({
      count: sql`count(*)`.mapWith(Number),
      named: sql`coalesce(sum(case when ${some.name} <> '' then 1 else 0 end), 0)`.mapWith(Number),
    })
    .from(some);
  if (!live || live.count <= COUNTED_LIVE || live.named === 0) return live?.named ?? 0;
  const [then] = await read
    .select({ handIn: publications.handInTotal, wanting: publications.wantingTotal })
    .from(publications)
    .where(eq(publications.campaignId, campaignId));
  return Math.max(live.named, then?.[what] ?? 0);
}
