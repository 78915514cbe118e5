import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Sqlite from "better-sqlite3";
import { asc, eq } from "drizzle-orm";
import { deliveryLinks } from "#app/domain/forwarding/delivery-link.server.ts";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import { prepareDelivery } from "#app/domain/forwarding/prepare-delivery.server.ts";
import { openPlaces } from "#app/domain/place/places.server.ts";
import type { Site } from "#app/domain/site.ts";
import { createTransport } from "#app/emails/create-transport.server.ts";
import { dispatchDeliveries } from "#app/jobs/dispatch-deliveries.server.ts";
import { renderDelivery } from "#app/jobs/render-delivery.ts";
import type { WorkerContext } from "#app/jobs/worker-context.ts";
import { MAILS_PER_REQUEST, RESEND_REQUESTS_PER_SECOND } from "#app/policy.ts";
import { openDatabase } from "#db/client.server.ts";
import { buildPostcodes } from "#db/reference/build-postcodes.server.ts";
import { referenceSources } from "#db/reference/postcode-file.ts";
import { TUESDAY, tenOn } from "../domain/forwarding/scene.ts";
import { startResendServer } from "../servers/resend.ts";
import { testKeyring } from "../set-up/keyring.ts";
import { startPostgres } from "../set-up/postgres-server.ts";
import { makeTemplate, PLACES_FOLDER } from "../set-up/template.ts";
import { testSettings } from "../site.ts";
import { fillCountry } from "./forwarding-scene.ts";
import { timeQueries } from "./query-times.ts";

/*
 * One round to the whole country: how long planning and writing take, how fast messages leave for a server that plays
 * Resend with its limit and without one, and in how much memory; with the slowest statement of the plan explained.
 * Run: node --import tsx tests/load/forwarding.ts [--signatures 100000] [--postgres]
 */

const { values } = parseArgs({
  options: {
    signatures: { type: "string", default: "100000" },
    postgres: { type: "boolean", default: false },
  },
});
const SIGNATURES = Number(values.signatures);
const TEN = tenOn(TUESDAY);
/** Planning must not be felt by those who sign meanwhile. */
const PLAN_SECONDS = 1;
/** Messages that leave at the provider's limit: ten seconds of it. */
const AT_LIMIT = 2000;
const RENDERED = 500;
/** No limit at all, as far as one machine can tell. */
const UNLIMITED = 1000;

const times = timeQueries();
const folder = mkdtempSync(join(tmpdir(), "hear-hear-forwarding-"));
const postgres = values.postgres ? await startPostgres() : undefined;
const url = postgres ? `${postgres.url}/postgres` : `file:${join(folder, "site.db")}`;
await makeTemplate(url);
const places = openPlaces((await buildPostcodes({ sources: referenceSources(), into: PLACES_FOLDER })).file);
const patient = openDatabase(url, { unitLimit: 60_000 });
const db = openDatabase(url, { unitLimit: 5000 });
let mostMemory = 0;
const watch = setInterval(() => {
  mostMemory = Math.max(mostMemory, process.memoryUsage().rss);
}, 50);
try {
  const site: Site = { db, keyring: testKeyring(), places, shard: 0, wake() {} };
  const scene = await fillCountry({ ...site, db: patient }, SIGNATURES);
  print(
    `${db.engine}: ${whole(SIGNATURES)} signatures in ${whole(scene.cells)} cells, 650 MPs, ${whole(scene.councillors)} councillors`,
  );
  print(`  publish: ${scene.publishSeconds.toFixed(2)} s`);
  times.slowest();
  await plan(site);
  await render(site);
  await send(site, "at the limit", RESEND_REQUESTS_PER_SECOND, AT_LIMIT);
  await send(site, "no limit", UNLIMITED, AT_LIMIT);
  print(`  memory at most: ${megabytes(mostMemory)} MB, with the server that plays Resend and all it took`);
} finally {
  clearInterval(watch);
  await patient.close();
  await db.close();
  places.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function plan(site: Site): Promise<void> {
  const before = process.memoryUsage().rss;
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const outcome = await planDeliveries(site, { forwarding: "rehearsal", slotOn: TUESDAY }, TEN);
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const count = outcome.outcome === "planned" ? outcome.deliveryCount : 0;
  const used = `${((user + system) / 1_000_000).toFixed(2)} s of processor time`;
  print(
    `  plan: ${whole(count)} messages in ${seconds.toFixed(2)} s (${used}), ${(seconds / PLAN_SECONDS).toFixed(2)} of the aim; memory +${megabytes(process.memoryUsage().rss - before)} MB`,
  );
  const slowest = times.slowest();
  if (!slowest) return;
  print(`  slowest statement: ${slowest.seconds.toFixed(2)} s in ${slowest.calls} calls`);
  if (seconds > PLAN_SECONDS) for (const line of await explain(slowest.source)) print(`    ${line}`);
  const again = performance.now();
  await planDeliveries(site, { forwarding: "rehearsal", slotOn: TUESDAY }, TEN);
  print(`  plan again, with nothing to add: ${((performance.now() - again) / 1000).toFixed(2)} s`);
}

/** Prepares and writes messages as sending does, and sends none. */
async function render(site: Site): Promise<void> {
  const { deliveries } = site.db.tables;
  const planned = await site.db.read
    .select()
    .from(deliveries)
    .where(eq(deliveries.state, "planned"))
    .orderBy(asc(deliveries.id))
    .limit(RENDERED);
  const settings = testSettings({ FORWARDING: "rehearsal" });
  const startedAt = performance.now();
  let bytes = 0;
  for (const delivery of planned)
    await site.db.transaction("render", async (tx) => {
      const report = await prepareDelivery(tx, delivery, TEN);
      if ("skip" in report) return;
      const links = await deliveryLinks(tx, site.keyring, delivery.id);
      const { text, html } = renderDelivery(settings, report, TUESDAY, links);
      bytes += text.length + html.length;
    });
  const each = (performance.now() - startedAt) / planned.length;
  const share = (each * RESEND_REQUESTS_PER_SECOND * MAILS_PER_REQUEST) / 1000;
  print(
    `  render: ${each.toFixed(2)} ms and ${(bytes / planned.length / 1024).toFixed(1)} KB a message; ${share.toFixed(2)} of the time that the provider's limit leaves`,
  );
  const slowest = times.slowest();
  if (!slowest) return;
  print(`  slowest statement: ${((slowest.seconds * 1000) / planned.length).toFixed(2)} ms a message`);
  if (share > 1) for (const line of await explain(slowest.source)) print(`    ${line}`);
}

async function send(site: Site, what: string, requestsPerSecond: number, most = Infinity): Promise<void> {
  const server = await startResendServer({ requestsPerSecond });
  const transport = createTransport({ resendApiKey: server.apiKey, resendBaseUrl: server.url });
  const context: WorkerContext = {
    ...site,
    settings: testSettings({ FORWARDING: "rehearsal" }),
    clock: { offset: 0, now: () => TEN },
    log: { info() {}, warn() {}, error() {} },
    transport,
  };
  const startedAt = performance.now();
  while (server.mails.length < most && (await dispatchDeliveries(context)) > 0);
  const seconds = (performance.now() - startedAt) / 1000;
  await server.stop();
  const rate = server.mails.length / seconds;
  const ratio = `${(rate / (RESEND_REQUESTS_PER_SECOND * MAILS_PER_REQUEST)).toFixed(2)} of the provider's limit`;
  const astray = server.mails.filter(({ to }) => !/@rehearsal\.invalid$/.test(String(to))).length;
  print(
    `  send, ${what}: ${whole(server.mails.length)} in ${seconds.toFixed(1)} s, ${rate.toFixed(0)} a second, ${ratio}; ${server.tooFast()} requests too soon; ${astray} to a real address`,
  );
}

/** How SQLite goes about a statement, or the statement itself; its lists of parameters cut short. */
async function explain(source: string): Promise<string[]> {
  const short = source.replace(/\?(, \?){9,}/g, "?, …");
  if (postgres) return [short];
  const reader = new Sqlite(join(folder, "site.db"), { readonly: true });
  try {
    const literal = source.replaceAll("?", "''");
    const rows = reader.prepare<[], { detail: string }>(`explain query plan ${literal}`).all();
    return [short, ...rows.map(({ detail }) => detail)];
  } finally {
    reader.close();
  }
}

function whole(count: number): string {
  return count.toLocaleString("en-GB");
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
