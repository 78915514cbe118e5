import { openPlaces } from "#app/domain/place/places.server.ts";
import { makeKeyring } from "#app/domain/privacy/keyring.server.ts";
import type { Site } from "#app/domain/site.ts";
import { readSettings, type Settings } from "#app/env.server.ts";
import { prepareReference } from "#app/prepare/reference.server.ts";
import { openDatabase } from "../../client.server.ts";
import { migrate } from "../../migrate.server.ts";
import type { Tables } from "../../schema.ts";
import { insertCampaign } from "../../seed/insert-campaign.server.ts";
import { inventRepresentatives } from "../../seed/invent-representatives.server.ts";
import { loadNotices } from "../../seed/load-notices.server.ts";
import { WORCESTERSHIRE } from "../../seed/petitions/worcestershire.ts";
import { randomFrom } from "../../seed/random.ts";

/** A throwaway site with real areas and members of parliament, invented councillors, and one open petition. */
export interface Stage {
  site: Site;
  settings: Settings;
  campaign: Tables["campaigns"]["$inferSelect"];
  close(): Promise<void>;
}

/** Nobody else waits for this database. */
const UNIT_MS = 60_000;

/**
 * Makes it in a folder of its own, or in a database that is empty; of the site that is configured, nothing but the
 * postcodes is read.
 */
export async function openStage(
  {
    folder,
    postcodes,
    seed,
    database,
  }: { folder: string; postcodes: string; seed: number; database?: string },
  { openedAt, closesOn }: { openedAt: number; closesOn: string },
): Promise<Stage> {
  const settings = readSettings({
    NODE_ENV: "production",
    DATA_DIR: folder,
    ...(database === undefined ? {} : { DATABASE_URL: database }),
    FORWARDING: "rehearsal",
    DEMO: "1",
    LOG_LEVEL: "silent",
  });
  await migrate(settings.databaseUrl);
  const keyring = makeKeyring(settings.appSecrets, settings.hashSecret);
  const places = openPlaces(postcodes);
  const db = openDatabase(settings.databaseUrl, { unitLimit: UNIT_MS });
  const site = { db, keyring, places, shard: 0, wake() {} };
  await prepareReference(db, places, keyring);
  await loadNotices(db);
  const { openedDaysAgo: _opened, closesInDays: _closes, spread: _spread, ...written } = WORCESTERSHIRE;
  const invented = { perWard: 2, perDivision: 1, officesOf: [written.bodyGss] };
  await inventRepresentatives(site, randomFrom(seed), invented, openedAt);
  const campaign = await db.transaction("open a petition", (tx) =>
    insertCampaign(tx, {
      ...written,
      state: "open",
      showsNames: true,
      isDemonstration: true,
      createdAt: openedAt,
      openedAt,
      closesOn,
      closedAt: null,
    }),
  );
  return {
    site,
    settings,
    campaign,
    async close() {
      await db.close();
      places.close();
    },
  };
}
