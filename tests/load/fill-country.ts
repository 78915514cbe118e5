import pg from "pg";
import { openPlaces } from "#app/domain/place/places.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { buildPostcodes } from "#db/reference/build-postcodes.server.ts";
import { referenceSources } from "#db/reference/postcode-file.ts";
import { testKeyring } from "../set-up/keyring.ts";
import { makeTemplate, PLACES_FOLDER } from "../set-up/template.ts";
import { fillCountry } from "./forwarding-scene.ts";

/* Fills a new database with a country's signatures and representatives: node --import tsx … URL SIGNATURES CAMPAIGNS */

const [url = "", signatures = "", campaigns = ""] = process.argv.slice(2);
await makeTemplate(url);
const places = openPlaces((await buildPostcodes({ sources: referenceSources(), into: PLACES_FOLDER })).file);
const db = openDatabase(url, { unitLimit: 60_000 });
const site = { db, keyring: testKeyring(), places, shard: 0, wake() {} };
const scene = await fillCountry(site, Number(signatures), Number(campaigns));
await db.close();
places.close();
if (db.engine === "postgres") await analyze();
process.stdout.write(`${JSON.stringify(scene)}\n`);

/** A database that has been there for a while knows how much is in its tables; of empty ones it knows nothing. */
async function analyze(): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(
    "analyze areas, cells, representatives, terms, campaigns, publications, published_tallies",
  );
  await client.end();
}
