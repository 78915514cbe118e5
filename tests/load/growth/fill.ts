import { eq } from "drizzle-orm";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { countTrends } from "#app/domain/campaign/count-trends.server.ts";
import type { Site } from "#app/domain/site.ts";
import { DAY, MINUTE } from "#app/domain/time/durations.ts";
import type { Tables } from "#db/schema.ts";
import { confirmedSignature, NOW, openPetition } from "../../factories.ts";
import { fillWithCampaigns } from "../list-scene.ts";
import { insertSignatures } from "./insert-signatures.ts";
import { listCellIds, makePicks } from "./picks.ts";
import { openRaw } from "./raw.ts";
import { readModel } from "./rows.ts";

/** The campaign that everybody signs. */
const SLUG = "the-one-on-the-news";
/** It has been signed for so long, as much on each day. */
const DAYS_OPEN = 60;
const OTHERS = 200;
/** The tables that a signature leaves rows in. */
const FILLED = [
  ...["signatures", "signature_slots", "links", "public_names"],
  ...["count_events", "tallies", "outbox"],
];

/** Other campaigns, and one that somebody has signed by the form: what their rows hold, all that follow hold too. */
export async function begin(site: Site, others = OTHERS): Promise<void> {
  await fillWithCampaigns(site.db, others, NOW);
  const openedAt = NOW - DAYS_OPEN * DAY;
  const petition = await openPetition(site, {
    slug: SLUG,
    openedAt,
    createdAt: openedAt - DAY,
    goal: 10_000_000,
  });
  await confirmedSignature(site, petition, { showName: true, updates: true }, openedAt);
}

/** What those rows are made like, and from: read before anything is filled, when the program has the database. */
export async function readSamples(site: Site) {
  const { read, tables } = site.db;
  const { id: campaignId } = await findGrown(site);
  const isTheirs = eq(tables.signatures.campaignId, campaignId);
  const [first] = await read.select().from(tables.signatures).where(isTheirs);
  if (!first) throw new Error("nobody has signed by the form");
  return {
    campaignId,
    cellIds: await listCellIds(site),
    models: {
      signature: await readModel(read, tables.signatures, "id", first.id),
      slot: await readModel(read, tables.signatureSlots, "signatureId", first.id),
      link: await readModel(read, tables.links, "rowId", first.id),
      publicName: await readModel(read, tables.publicNames, "signatureId", first.id),
      event: await readModel(read, tables.countEvents, "campaignId", campaignId),
      mail: await readModel(read, tables.outbox, "rowId", first.id),
    },
  };
}

/**
 * Adds so many confirmed signatures by plain statements: every row that signing, its mail and confirming leave.
 * Secondary indexes are dropped before and made again after, as the schema in force has them. Nobody else has the
 * database open meanwhile.
 */
export async function fill(
  url: string,
  { campaignId, cellIds, models }: Awaited<ReturnType<typeof readSamples>>,
  count: number,
): Promise<void> {
  const raw = await openRaw(url);
  try {
    await makePicks(raw, cellIds);
    const indexes = new Map<string, string>();
    for (const table of FILLED) for (const [name, sql] of await raw.indexesOf(table)) indexes.set(name, sql);
    for (const name of indexes.keys()) await raw.run(`drop index ${name}`);
    await insertSignatures(raw, models, { campaignId, count, from: NOW - DAYS_OPEN * DAY, until: NOW });
    for (const sql of indexes.values()) await raw.run(sql);
    await raw.run("drop table picks");
    await raw.run("drop table people");
    await raw.tend();
  } finally {
    await raw.close();
  }
}

/** What the jobs of the last minutes have left. */
export async function settle(site: Site): Promise<void> {
  const { id } = await findGrown(site);
  // Events are added up once a later publication has seen them.
  await publishTallies(site, id, NOW - 20 * MINUTE);
  await publishTallies(site, id, NOW);
  await countTrends(site, NOW);
}

/** The campaign that has been filled. */
export async function findGrown({ db }: Pick<Site, "db">): Promise<Tables["campaigns"]["$inferSelect"]> {
  const { campaigns } = db.tables;
  const [campaign] = await db.read.select().from(campaigns).where(eq(campaigns.slug, SLUG));
  if (!campaign) throw new Error("the campaign is not there");
  return campaign;
}
