import type { AppLoadContext } from "@remix-run/node";
import { makeAreaMaps } from "#app/domain/area/map-drawings.server.ts";
import { openPlaces } from "#app/domain/place/places.server.ts";
import type { Keyring } from "#app/domain/privacy/keyring.server.ts";
import type { Site } from "#app/domain/site.ts";
import type {} from "#app/http/context.ts";
import { makeLog } from "#app/http/log.server.ts";
import type { WorkerContext } from "#app/jobs/worker-context.ts";
import { openDatabase } from "#db/client.server.ts";
import { readBoundaryFile } from "#db/reference/boundary-file.ts";
import { buildPostcodes } from "#db/reference/build-postcodes.server.ts";
import { referenceSources } from "#db/reference/postcode-file.ts";
import { NOW } from "../../factories.ts";
import { testKeyring } from "../../set-up/keyring.ts";
import { PLACES_FOLDER } from "../../set-up/template.ts";
import { testSettings } from "../../site.ts";

/** A site on a database of any size, with what its pages and its jobs are handed. */
export interface GrownSite extends Site {
  request: AppLoadContext;
  work: WorkerContext;
  close(): Promise<void>;
}

/** Opens it as the program does, with its own limit on units. */
export async function openSite(url: string, unitLimit?: number): Promise<GrownSite> {
  const { file } = await buildPostcodes({ sources: referenceSources(), into: PLACES_FOLDER });
  const places = openPlaces(file);
  const db = openDatabase(url, { unitLimit });
  const site: Site = { db, keyring: lenient(testKeyring()), places, shard: 0, wake() {} };
  const settings = testSettings({ FORWARDING: "rehearsal", LOG_LEVEL: "silent" });
  const clock = { offset: 0, now: () => NOW };
  return {
    ...site,
    request: {
      ...{ ...site, settings, clock, log: makeLog("silent"), maps: makeAreaMaps(readBoundaryFile) },
      ...{ client: { address: "10.0.0.1" }, runDue: async () => {} },
    },
    work: {
      ...{ ...site, settings, clock, log: { info() {}, warn() {}, error() {} } },
      transport: { kind: "mailbox" },
    },
    async close() {
      await db.close();
      places.close();
    },
  };
}

/** Opens what was filled in as if it had been sealed: at the same cost, to words that say nothing. */
function lenient(keyring: Keyring): Keyring {
  return {
    ...keyring,
    open(place, sealed) {
      try {
        return keyring.open(place, sealed);
      } catch {
        return "somebody@example.org";
      }
    },
  };
}
