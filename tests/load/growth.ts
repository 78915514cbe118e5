import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pg from "pg";
import { migrate } from "#db/migrate.server.ts";
import { startPostgres } from "../set-up/postgres-server.ts";
import { ACTS, JOBS, WHOLE } from "./growth/act-paths.ts";
import { measure } from "./growth/measure.ts";
import { FIRST_PAGES, INNER_PAGES, PUBLIC_PAGES } from "./growth/page-paths.ts";
import { openScene } from "./growth/scene.ts";
import { timeQueries } from "./query-times.ts";
import { reportResult } from "./result.ts";

/*
 * How much longer each thing takes as one campaign grows: medians with so many signatures of it, and the ratio of the
 * last to that with 10,000, the aim being 1.5 at most. Each database is filled in a process of its own; with --keep they
 * stay in a folder and are found there again.
 * Run: node --import tsx tests/load/growth.ts [--counts 100,10000,1000000] [--postgres] [--only WORDS] [--keep FOLDER]
 */

const { values } = parseArgs({
  options: {
    counts: { type: "string", default: "100,10000,1000000" },
    postgres: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    keep: { type: "string", default: "" },
  },
});
const AIM = 1.5;
/** What others are compared with. */
const BASE = 10_000;
/** Below so many milliseconds a ratio says more of the machine than of us. */
const NOTHING = 0.3;

const counts = values.counts.split(",").map(Number);
const folder = values.keep || mkdtempSync(join(tmpdir(), "hear-hear-growth-"));
mkdirSync(folder, { recursive: true });
const postgres = values.postgres ? await startPostgres() : undefined;
const times = timeQueries();
const growing: string[] = [];
let measured = 0;
try {
  const urls: string[] = [];
  for (const count of counts) urls.push(await grown(count));
  const scenes = [];
  for (const url of urls) scenes.push(await openScene(url));
  const base = Math.max(0, counts.indexOf(BASE));
  print(`${postgres ? "PostgreSQL" : "SQLite"}, milliseconds (of the processor); load ${load()}`);
  print(`  ${counts.map((count) => figure(count)).join(" | ")} | ratio`);
  for (const path of [...PUBLIC_PAGES, ...INNER_PAGES, ...ACTS, ...JOBS, ...FIRST_PAGES, ...WHOLE]) {
    if (!path.name.includes(values.only)) continue;
    times.slowest();
    const costs = await measure(path, scenes);
    const slowest = times.slowest();
    const cells = costs.map((cost) =>
      cost instanceof Error ? cost.message.slice(0, 80) : `${cost.wall.toFixed(2)} (${cost.cpu.toFixed(2)})`,
    );
    const [first, last] = [costs[base], costs.at(-1)];
    const isMeasured = first && last && !(first instanceof Error) && !(last instanceof Error);
    const ratio = isMeasured ? last.wall / Math.max(NOTHING, first.wall) : Number.NaN;
    measured += 1;
    const grows = !path.readsAll && !(ratio <= AIM);
    print(`  ${path.name}: ${cells.join(" | ")} | ${ratio.toFixed(2)}${grows ? " GROWS" : ""}`);
    if (grows) growing.push(path.name);
    if (path.readsAll) print(`      memory so far at most ${megabytes()} MB`);
    if (grows && slowest)
      print(`      ${slowest.calls} × ${slowest.source.replace(/\s+/g, " ").slice(0, 700)}`);
  }
  print(`load ${load()}`);
  reportResult({
    what: `what takes over ${AIM} × as long with ${figure(counts.at(-1))} signatures as with ${figure(counts[base])}`,
    measured: `${growing.length} of ${measured}: ${growing.join(", ")}`,
    aim: "only what shows every place",
  });
  for (const { site } of scenes) await site.close();
} finally {
  await postgres?.stop();
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}

async function grown(count: number): Promise<string> {
  const file = join(folder, `${count}.db`);
  const url = postgres ? `${postgres.url}/growth_${count}` : `file:${file}`;
  if (postgres) await createDatabase(postgres.url, `growth_${count}`);
  else if (existsSync(file)) {
    await migrate(url);
    return url;
  }
  const program = fileURLToPath(new URL("growth/grow.ts", import.meta.url));
  print(
    execFileSync(process.execPath, ["--import", "tsx", program, url, String(count)])
      .toString()
      .trimEnd(),
  );
  return url;
}

async function createDatabase(server: string, name: string): Promise<void> {
  const client = new pg.Client(`${server}/postgres`);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
}

function figure(count = 0): string {
  return count.toLocaleString("en-GB");
}

function megabytes(): string {
  return (process.resourceUsage().maxRSS / 1024).toFixed(0);
}

function load(): string {
  return loadavg()
    .map((one) => one.toFixed(1))
    .join(" ");
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
