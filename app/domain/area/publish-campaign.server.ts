import { and, eq, ne, or, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { isIn, LISTED_STATES } from "../campaign/campaign.ts";
import { isCouncilPetition } from "../signature/council-petition.ts";
import type { Site } from "../site.ts";
import { type CellTally, publishTallies as choosePublished } from "./publish-tallies.ts";
import { nOfM } from "./small-numbers.ts";

/** Rows written by one statement. */
const CHUNK = 200;

/**
 * Rewrites what is published of a campaign's area numbers, all of it from one moment's counts, and shows the
 * names that have been waiting; nothing of a campaign that is not published itself. Works the numbers out first and swaps them in by one short unit.
 */
export async function publishTallies(site: Site, campaignId: string, now: number): Promise<void> {
  const { total, rows } = choosePublished(await listTallies(site.db.read, campaignId));
  const stated = await countStated(site.db.read, campaignId);
  const asks = await isAsked(site.db.read, campaignId);
  const publication = {
    publishedAt: now,
    total,
    handInCount: asks && nOfM(stated.handIn, total) ? stated.handIn : null,
    connectedCount: asks && nOfM(stated.connected, total) ? stated.connected : null,
  };
  await site.db.transaction("publish tallies", async (tx) => {
    const { campaigns, publications, publishedTallies, publicNames } = tx.tables;
    const [campaign] = await tx
      .select({ state: campaigns.state })
      .from(campaigns)
      .where(eq(campaigns.id, campaignId));
    if (!campaign || !isIn(LISTED_STATES, campaign.state)) return;
    await tx
      .insert(publications)
      .values({ campaignId, ...publication })
      .onConflictDoUpdate({ target: publications.campaignId, set: publication });
    await tx.delete(publishedTallies).where(eq(publishedTallies.campaignId, campaignId));
    for (let start = 0; start < rows.length; start += CHUNK)
      await tx
        .insert(publishedTallies)
        .values(rows.slice(start, start + CHUNK).map((row) => ({ campaignId, ...row })));
    await tx
      .update(publicNames)
      .set({ isPublished: true })
      .where(and(eq(publicNames.campaignId, campaignId), eq(publicNames.isPublished, false)));
  });
}

async function listTallies(read: Reader, campaignId: string): Promise<CellTally[]> {
  const { tallies, cells } = read.tables;
  return read
    .select({ cell: cells, count: sql`sum(${tallies.count})`.mapWith(Number) })
    .from(tallies)
    .innerJoin(cells, eq(cells.id, tallies.cellId))
    .where(and(eq(tallies.campaignId, campaignId), ne(tallies.count, 0)))
    .groupBy(cells.id);
}

/** Only petitions to councils ask what councils' rules are about. */
async function isAsked(read: Reader, campaignId: string): Promise<boolean> {
  const { campaigns } = read.tables;
  const [campaign] = await read
    .select({ kind: campaigns.kind, bodyKind: campaigns.bodyKind })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  return campaign !== undefined && isCouncilPetition(campaign);
}

/** What signatories said for the council's own rules; few enough to be counted by an index of their own. */
async function countStated(read: Reader, campaignId: string): Promise<{ handIn: number; connected: number }> {
  const { signatures } = read.tables;
  const [row] = await read
    .select({
      handIn: sql`coalesce(sum(case when ${signatures.handIn} then 1 else 0 end), 0)`.mapWith(Number),
      connected: sql`coalesce(sum(case when ${signatures.connection} <> '' then 1 else 0 end), 0)`.mapWith(
        Number,
      ),
    })
    .from(signatures)
    .where(
      and(
        eq(signatures.campaignId, campaignId),
        eq(signatures.state, "confirmed"),
        or(eq(signatures.handIn, true), ne(signatures.connection, "")),
      ),
    );
  return row ?? { handIn: 0, connected: 0 };
}
