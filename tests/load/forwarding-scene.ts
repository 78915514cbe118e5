import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import type { Site } from "#app/domain/site.ts";
import { chunksOf } from "#db/reference/chunks.ts";
import { inventRepresentatives } from "#db/seed/invent-representatives.server.ts";
import { randomFrom } from "#db/seed/random.ts";
import { tenOn } from "../domain/forwarding/scene.ts";
import { openPetition } from "../factories.ts";

/** Rows written by one statement. */
const CHUNK = 500;

/** What the country is filled with. */
export interface Scene {
  councillors: number;
  cells: number;
  publishSeconds: number;
}

/**
 * Two invented councillors for every ward and one for every division, the real members of parliament, and petitions
 * that so many have signed all over the country. What is planned and written depends on counts alone, so counts are
 * written, not people.
 */
export async function fillCountry(site: Site, signatures: number, campaigns = 1): Promise<Scene> {
  const now = tenOn("2026-11-03");
  await planDeliveries(site, { forwarding: "off", slotOn: "2026-11-03" }, now);
  const seats = { perWard: 2, perDivision: 1, officesOf: [] };
  const councillors = await inventRepresentatives(site, randomFrom(7), seats, now);
  const counts = await spread(site, signatures);
  let publishSeconds = 0;
  for (let campaign = 0; campaign < campaigns; campaign += 1)
    publishSeconds += await petition(site, counts, now);
  return { councillors, cells: counts.length, publishSeconds };
}

/** Opens one with these counts, and returns how long publishing them takes. */
async function petition(site: Site, counts: readonly [number, number][], now: number): Promise<number> {
  const campaign = await openPetition(site);
  for (const rows of chunksOf(counts, CHUNK))
    await site.db.transaction("count signatures", async (tx) => {
      await tx
        .insert(tx.tables.tallies)
        .values(rows.map(([cellId, count]) => ({ campaignId: campaign.id, cellId, shard: 0, count })));
    });
  const startedAt = performance.now();
  await publishTallies(site, campaign.id, now);
  return (performance.now() - startedAt) / 1000;
}

/** So many over all cells, unevenly: some places have more to do with it. */
async function spread(site: Site, signatures: number): Promise<[number, number][]> {
  const { cells } = site.db.tables;
  const random = randomFrom(11);
  const weighed = (await site.db.read.select({ id: cells.id }).from(cells).orderBy(cells.id)).map(
    ({ id }) => [id, random() ** 2] as const,
  );
  const sum = weighed.reduce((total, [, weight]) => total + weight, 0);
  let carried = 0;
  return weighed.flatMap(([id, weight]): [number, number][] => {
    carried += (weight / sum) * signatures;
    const count = Math.floor(carried);
    carried -= count;
    return count > 0 ? [[id, count]] : [];
  });
}
