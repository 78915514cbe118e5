import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import pg from "pg";
import { listAddressedCouncils } from "#app/domain/campaign/addressed-councils.server.ts";
import { LISTED_STATES } from "#app/domain/campaign/campaign.ts";
import type { CampaignFilter } from "#app/domain/campaign/list-campaigns.server.ts";
import { searchCampaigns } from "#app/domain/campaign/search-campaigns.server.ts";
import { similarCampaigns } from "#app/domain/campaign/similar-campaigns.server.ts";
import { openDatabase } from "#db/client.server.ts";
import type { Database, Reader } from "#db/database.ts";
import { startPostgres } from "../set-up/postgres-server.ts";
import { makeTemplate } from "../set-up/template.ts";
import { fillWithCampaigns, inventWord } from "./list-scene.ts";

/*
 * Times every list and search among 200 campaigns and among 20,000, on both engines, and prints how much longer the
 * second takes. With --explain it prints how the engine goes about each; with --postgres it leaves SQLite out.
 * Run: node --import tsx tests/load/lists.ts [--explain] [--postgres]
 */

const FEW = 200;
const MANY = 20_000;
const ROUNDS = 15;
const NOW = Date.parse("2026-11-25T12:00:00Z");
const OPEN = { kind: "petition", states: ["open"], q: "", sort: "newest" } as const;

const LISTS: Record<string, (read: Reader) => Promise<unknown>> = {
  newest: list({}),
  "page 10": list({}, 10),
  "closing soon": list({ sort: "closing" }),
  "most signed this week": list({ sort: "week" }),
  all: list({ states: LISTED_STATES }),
  paused: list({ states: ["paused"] }),
  answered: list({ states: LISTED_STATES, isAnswered: true }),
  "one county": list({ bodyGss: ["E10000034", "E07000234", "E07000235", "E07000236", "E07000237"] }),
  "search, two common words": list({ q: "transport library", sort: "best" }),
  "search, a rare word": list({ q: inventWord(6000), sort: "best" }),
  "search, a common word": list({ q: "school", sort: "best" }),
  "search, a beginning": list({ q: "bac", sort: "best" }),
  "search, misspelt": list({ q: "libarry", sort: "best" }),
  "councils to choose from": (read) => listAddressedCouncils(read, "petition"),
  similar: (read) =>
    similarCampaigns(
      read,
      {
        title: "School transport for children",
        asks: ["Mend the bridge", "Keep the library"],
        bodyGss: "E10000034",
      },
      5,
    ),
};

const folder = mkdtempSync(join(tmpdir(), "hear-hear-lists-"));
const server = await startPostgres();
try {
  if (!process.argv.includes("--postgres"))
    await compare("SQLite", async (count) => `file:${join(folder, `${count}.db`)}`);
  await compare("PostgreSQL", async (count) => {
    const admin = new pg.Client({ connectionString: `${server.url}/postgres` });
    await admin.connect();
    await admin.query(`create database lists_${count}`);
    await admin.end();
    return `${server.url}/lists_${count}`;
  });
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

function list(changes: Partial<CampaignFilter>, page = 1): (read: Reader) => Promise<unknown> {
  return (read) => searchCampaigns(read, { ...OPEN, ...changes }, { page, isExact: false });
}

async function compare(engine: string, urlFor: (count: number) => Promise<string>): Promise<void> {
  const few = await openFilled(await urlFor(FEW), FEW);
  const many = await openFilled(await urlFor(MANY), MANY);
  print(`${engine}: ${FEW} campaigns, ${MANY} campaigns, ratio`);
  for (const [name, run] of Object.entries(LISTS)) {
    const first = await median(() => run(few.read));
    const second = await median(() => run(many.read));
    print(`  ${name}: ${first.toFixed(2)} ms, ${second.toFixed(2)} ms, ${(second / first).toFixed(1)}`);
    if (process.argv.includes("--explain")) await run(explaining(many.read));
  }
  await few.close();
  await many.close();
}

async function openFilled(url: string, count: number): Promise<Database> {
  await makeTemplate(url);
  const db = openDatabase(url, { unitLimit: 60_000 });
  await fillWithCampaigns(db, count, NOW);
  if (db.engine === "postgres") {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("vacuum analyze");
    await client.end();
  }
  return db;
}

async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    await run();
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

/** A reader that prints how its engine goes about every hand-written query. */
function explaining(read: Reader): Reader {
  return {
    ...read,
    async rows<Row extends Record<string, unknown>>(query: Parameters<Reader["rows"]>[0]): Promise<Row[]> {
      const explain =
        read.engine === "sqlite" ? sql`explain query plan ` : sql`explain (analyze, timing off, costs off) `;
      for (const row of await read.rows<{ detail?: string; "QUERY PLAN"?: string }>(sql`${explain}${query}`))
        print(`      ${row.detail ?? row["QUERY PLAN"]}`);
      return read.rows<Row>(query);
    },
  };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
