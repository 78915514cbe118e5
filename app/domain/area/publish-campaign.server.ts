import { and, eq, ne, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { addUpHours } from "../campaign/add-up-hours.server.ts";
import { isIn, LISTED_STATES } from "../campaign/campaign.ts";
import { markNames } from "../open-letter/mark-names.server.ts";
import { publishNames } from "../open-letter/publish-names.server.ts";
import { isCouncilPetition } from "../signature/council-petition.ts";
import { countAllTicked } from "../signature/count-ticked.server.ts";
import type { Site } from "../site.ts";
import { type CellTally, publishTallies as choosePublished } from "./publish-tallies.ts";
import { nOfM } from "./small-numbers.ts";
import { writePublished } from "./write-published.server.ts";

/**
 * Rewrites what is published of a campaign's area numbers, all of it from one moment's counts, and shows the
 * names that have been waiting; nothing of a campaign that is not published itself. Works the numbers out first and swaps them in by one short unit.
 */
export async function publishTallies(site: Site, campaignId: string, now: number): Promise<void> {
  const { total, rows } = choosePublished(await listTallies(site.db.read, campaignId));
  const publication = { publishedAt: now, total, ...(await countStated(site.db.read, campaignId, total)) };
  let isPublished = false;
  await site.db.transaction("publish tallies", async (tx) => {
    const { campaigns, publications } = tx.tables;
    const [campaign] = await tx
      .select({ state: campaigns.state })
      .from(campaigns)
      .where(eq(campaigns.id, campaignId));
    if (!campaign || !isIn(LISTED_STATES, campaign.state)) return;
    await tx
      .insert(publications)
      .values({ campaignId, ...publication })
      .onConflictDoUpdate({
        target: publications.campaignId,
        set: { ...publication, writtenCount: sql`${publications.writtenCount} + 1` },
      });
    await writePublished(tx, campaignId, rows);
    isPublished = true;
  });
  if (!isPublished) return;
  await publishNames(site, campaignId);
  await addUpHours(site, campaignId, now);
  const namedTotal = await markNames(site, campaignId);
  await site.db.transaction("mark names", (tx) =>
    tx
      .update(tx.tables.publications)
      .set({ namedTotal })
      .where(eq(tx.tables.publications.campaignId, campaignId)),
  );
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

/** What signatories ticked, and of what they said for the council's own rules, what may be shown. */
async function countStated(read: Reader, campaignId: string, total: number) {
  const wantingTotal = await countAllTicked(read, campaignId, "wanting");
  if (!(await isAsked(read, campaignId)))
    return { handInTotal: 0, handInCount: null, connectedCount: null, wantingTotal };
  const handInTotal = await countAllTicked(read, campaignId, "handIn");
  const connected = await countAllTicked(read, campaignId, "connected");
  return {
    ...{ handInTotal, wantingTotal },
    handInCount: nOfM(handInTotal, total) ? handInTotal : null,
    connectedCount: nOfM(connected, total) ? connected : null,
  };
}
