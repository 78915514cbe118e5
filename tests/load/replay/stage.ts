import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPlaces, type Places } from "#app/domain/place/places.server.ts";
import type { Keyring } from "#app/domain/privacy/keyring.server.ts";
import { openDatabase } from "#db/client.server.ts";
import type { Database } from "#db/database.ts";
import { buildPostcodes } from "#db/reference/build-postcodes.server.ts";
import { referenceSources } from "#db/reference/postcode-file.ts";
import { insertCampaign } from "#db/seed/insert-campaign.server.ts";
import { testKeyring } from "../../set-up/keyring.ts";
import { startProgram } from "../program.ts";

/** A site that runs in a process of its own, one open petition on it, and a way to look beside it. */
export interface Stage {
  url: string;
  /** Of the petition. */
  path: string;
  campaignId: string;
  db: Database;
  keyring: Keyring;
  places: Places;
  end(): Promise<void>;
}

const POSTCODE_FOLDER = join(tmpdir(), "hear-hear-places");

/** Starts a site on a new database, kept to one core where one is given. `env` are more settings of it. */
export async function startStage(options: {
  engine: "sqlite" | "postgres";
  core?: number;
  env?: Record<string, string>;
}): Promise<Stage> {
  const postgres = options.engine === "postgres" ? await startDurable() : undefined;
  const given: Record<string, string> = postgres ? { DATABASE_URL: `${postgres.url}/postgres` } : {};
  const program = await startProgram({ DEMO: "0", ...given, ...options.env }, { core: options.core });
  const databaseUrl = postgres ? `${postgres.url}/postgres` : `file:${join(program.dataDir, "hear-hear.db")}`;
  const db = openDatabase(databaseUrl, { poolSize: 4 });
  const places = openPlaces(
    (await buildPostcodes({ sources: referenceSources(), into: POSTCODE_FOLDER })).file,
  );
  const { id, slug } = await openPetition(db);
  return {
    ...{ url: program.url, path: `/petitions/${slug}`, campaignId: id, db, places },
    keyring: testKeyring(),
    async end() {
      await db.close();
      places.close();
      await program.end();
      await postgres?.stop();
    },
  };
}

/** Loaded only where it is used: it ends the process in its own way, and with its own exit code. */
async function startDurable(): Promise<{ url: string; stop(): Promise<void> }> {
  const { startPostgres } = await import("../../set-up/postgres-server.ts");
  return startPostgres({ isDurable: true });
}

function openPetition(db: Database): Promise<{ id: string; slug: string }> {
  const now = Date.now();
  return db.transaction("open petition", (tx) =>
    insertCampaign(tx, {
      ...{ slug: "a-petition-on-the-news", state: "open", bodyKind: "council", bodyGss: "E10000034" },
      ...{ bodyName: "Worcestershire County Council", organiserName: "Wren Applegarth" },
      ...{ askClause: "to answer every family in time", goal: 10_000_000, showsNames: true },
      ...{ isDemonstration: false, createdAt: now, openedAt: now, closesOn: "2099-12-31", closedAt: null },
      texts: { en: { title: "A petition on the news", why: "It matters to us. ".repeat(20), more: "" } },
      asks: ["Answer every family in time", "Say why where you cannot", "Publish the figures"],
    }),
  );
}
