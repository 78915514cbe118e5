import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Places } from "#app/domain/place/places.server.ts";
import type { Keyring } from "#app/domain/privacy/keyring.server.ts";
import { openDatabase } from "#db/client.server.ts";
import type { Database } from "#db/database.ts";
import { insertCampaign } from "#db/seed/insert-campaign.server.ts";
import { makeDataDir } from "../../data-dir.ts";
import { realPlaces } from "../../domain/place/real-places.ts";
import { type Processes, startProcesses } from "../../processes/processes.ts";
import { testKeyring } from "../../set-up/keyring.ts";
import { startProgram } from "../program.ts";

/** A site beside this process, one open petition on it, and a way to look beside it. */
export interface Stage {
  url: string;
  databaseUrl: string;
  /** Of which it is made, where they are several. */
  processes: Processes | undefined;
  /** Of the petition. */
  path: string;
  campaignId: string;
  db: Database;
  keyring: Keyring;
  places: Places;
  end(): Promise<void>;
}

interface StageOptions {
  engine: "sqlite" | "postgres";
  /** The one process is kept to it. */
  core?: number;
  /** A site of several processes, on PostgreSQL. */
  several?: { web: number; workers: number };
}

/** Starts a site on a new database. */
export async function startStage(options: StageOptions): Promise<Stage> {
  const site = await startSite(options);
  const db = openDatabase(site.databaseUrl, { poolSize: 4 });
  const places = await realPlaces();
  const { id, slug } = await openPetition(db);
  return {
    ...{ url: site.url, databaseUrl: site.databaseUrl, processes: site.processes },
    ...{ path: `/petitions/${slug}`, campaignId: id, db, places },
    keyring: testKeyring(),
    async end() {
      await db.close();
      places.close();
      await site.end();
    },
  };
}

type RunningSite = Pick<Stage, "url" | "databaseUrl" | "processes" | "end">;

async function startSite({ engine, core, several }: StageOptions): Promise<RunningSite> {
  if (engine === "sqlite") {
    const { url, dataDir, end } = await startProgram({ DEMO: "0" }, { core });
    return { url, databaseUrl: `file:${join(dataDir, "hear-hear.db")}`, processes: undefined, end };
  }
  const postgres = await startDurable();
  const databaseUrl = `${postgres.url}/postgres`;
  if (!several) {
    const { url, end } = await startProgram({ DEMO: "0", DATABASE_URL: databaseUrl }, { core });
    return { url, databaseUrl, processes: undefined, end: () => end().then(postgres.stop) };
  }
  const dataDir = await makeDataDir();
  const env = { TRUST_PROXY: "1" };
  const processes = await startProcesses({ databaseUrl, dataDir, ...several, env });
  return {
    ...{ url: processes.url, databaseUrl, processes },
    async end() {
      await processes.end();
      rmSync(dataDir, { recursive: true, force: true });
      await postgres.stop();
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
