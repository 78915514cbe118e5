import { and, asc, count, eq, gt, ne, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { COUNTED_LIVE } from "../signature/count-ticked.server.ts";
import { UNORDERED } from "./signatories.server.ts";

/** A signatory who chose to stand there by name; as what they sign only where somebody has vouched for it. */
export interface PrintedName {
  name: string;
  role: string;
  organisation: string;
  /** Among the first, whom the organiser has put in order. */
  isFirst: boolean;
}

/** Names of one reading. */
const PART = 250;

/**
 * Everybody who shows their name under a campaign, in its order, a part at a time: as many as there are never stand in
 * memory at once. Somebody who hides their name meanwhile is left out from then on.
 */
export async function* printedNames(read: Reader, campaignId: string): AsyncGenerator<PrintedName[]> {
  const { publicNames } = read.tables;
  const { position, sortKey, signatureId, name, role, organisation } = publicNames;
  let after: SQL | undefined;
  for (;;) {
    const rows = await read
      .select({ position, sortKey, signatureId, name, role, organisation })
      .from(publicNames)
      .where(and(isShown(publicNames, campaignId), after))
      .orderBy(asc(position), asc(sortKey), asc(signatureId))
      .limit(PART);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => ({
      ...{ name: row.name, role: row.role, organisation: row.organisation },
      isFirst: row.position < UNORDERED,
    }));
    if (rows.length < PART) return;
    after = sql`(${position}, ${sortKey}, ${signatureId}) > (${last.position}, ${last.sortKey}, ${last.signatureId})`;
  }
}

/** How many those are. */
export async function countPrintedNames(read: Reader, campaignId: string): Promise<number> {
  const { listed, held } = await countListedNames(read, campaignId);
  return Math.max(0, listed - held);
}

/**
 * How many names a campaign's list has room for, and how many of them wait for a moderator and are left out; of a long
 * list, as it was at the last publication.
 */
export async function countListedNames(
  read: Reader,
  campaignId: string,
): Promise<{ listed: number; held: number }> {
  const { publicNames, publications } = read.tables;
  const isListed = and(eq(publicNames.campaignId, campaignId), eq(publicNames.isPublished, true));
  const some = read
    .select({ signatureId: publicNames.signatureId })
    .from(publicNames)
    .where(isListed)
    .limit(COUNTED_LIVE + 1)
    .as("some");
  const [[live], [held]] = await Promise.all([
    read.select({ count: count() }).from(some),
    // Few, and by the index that has none but them, which its second column lets the engine see.
    read
      .select({ count: sql`coalesce(sum(case when ${publicNames.isPublished} then 1 else 0 end), 0)` })
      .from(publicNames)
      .where(
        and(
          eq(publicNames.campaignId, campaignId),
          gt(publicNames.signatureId, ""),
          sql`${publicNames.isHeld}`,
        ),
      ),
  ]);
  const counted = { listed: Number(live?.count ?? 0), held: Number(held?.count ?? 0) };
  if (counted.listed <= COUNTED_LIVE) return counted;
  const [then] = await read
    .select({ named: publications.namedTotal })
    .from(publications)
    .where(eq(publications.campaignId, campaignId));
  return { ...counted, listed: Math.max(counted.listed, then?.named ?? 0) };
}

/** The organisations that sign a campaign as such, each checked by a moderator, by name. */
export async function listCoSigners(read: Reader, campaignId: string): Promise<string[]> {
  const { standings } = read.tables;
  const rows = await read
    .select({ organisation: standings.organisation })
    .from(standings)
    .where(
      and(
        eq(standings.campaignId, campaignId),
        eq(standings.isForOrganisation, true),
        eq(standings.state, "vouched"),
        ne(standings.organisation, ""),
      ),
    )
    .orderBy(asc(standings.organisationKey), asc(standings.signatureId))
    .limit(CO_SIGNERS);
  return rows.map(({ organisation }) => organisation);
}

/** More organisations than ever sign one letter. */
const CO_SIGNERS = 2_000;

function isShown(publicNames: Tables["publicNames"], campaignId: string): SQL | undefined {
  return and(
    eq(publicNames.campaignId, campaignId),
    eq(publicNames.isPublished, true),
    eq(publicNames.isHeld, false),
  );
}
