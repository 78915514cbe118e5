import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { and, asc, eq } from "drizzle-orm";
import { deliveryLinks } from "#app/domain/forwarding/delivery-link.server.ts";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import { prepareDeliveries } from "#app/domain/forwarding/prepare-deliveries.server.ts";
import { openPlaces } from "#app/domain/place/places.server.ts";
import type { Site } from "#app/domain/site.ts";
import { addDays } from "#app/domain/time/london.ts";
import { createTransport } from "#app/emails/create-transport.server.ts";
import { requestPace } from "#app/emails/request-pace.ts";
import { dispatchDeliveries } from "#app/jobs/dispatch-deliveries.server.ts";
import { renderDelivery } from "#app/jobs/render-delivery.ts";
import type { WorkerContext } from "#app/jobs/worker-context.ts";
import { MAILS_PER_REQUEST, RESEND_REQUESTS_PER_SECOND } from "#app/policy.ts";
import { openDatabase } from "#db/client.server.ts";
import { buildPostcodes } from "#db/reference/build-postcodes.server.ts";
import { chunksOf } from "#db/reference/chunks.ts";
import { referenceSources } from "#db/reference/postcode-file.ts";
import { TUESDAY, tenOn } from "../domain/forwarding/scene.ts";
import { testKeyring } from "../set-up/keyring.ts";
import { startPostgres } from "../set-up/postgres-server.ts";
import { PLACES_FOLDER } from "../set-up/template.ts";
import { testSettings } from "../site.ts";
import type { Scene } from "./forwarding-scene.ts";
import { timeQueries } from "./query-times.ts";
import { runProvider } from "./run-provider.ts";

/*
 * One round to the whole country: how long planning and writing take, how fast messages leave for a server that plays
 * Resend, with its usual limit, with a higher one and with none, and in how much memory. The country is filled, and
 * the provider runs, in processes of their own.
 * Run: node --import tsx tests/load/forwarding.ts [--signatures 1000000] [--campaigns 1] [--postgres]
 */

const { values } = parseArgs({
  options: {
    signatures: { type: "string", default: "1000000" },
    campaigns: { type: "string", default: "1" },
    postgres: { type: "boolean", default: false },
  },
});
const TEN = tenOn(TUESDAY);
/** Planning must not be felt by those who sign meanwhile. */
const PLAN_SECONDS = 1;
const RENDERED = 500;
/** As many as are written in one unit. */
const TOGETHER = 50;
/** Seconds of sending that are measured, where the provider sets the rate. */
const AT_LIMIT_SECONDS = 15;
/** What an account of Resend may be given on request. */
const HIGHER = 10;
/** No limit at all, as far as one machine can tell. */
const UNLIMITED = 1000;
/** An answer over the internet, for a hundred mails. */
const ANSWER_MS = 250;

const folder = mkdtempSync(join(tmpdir(), "hear-hear-forwarding-"));
const postgres = values.postgres ? await startPostgres() : undefined;
const url = postgres ? `${postgres.url}/postgres` : `file:${join(folder, "site.db")}`;
const scene = fill();
const places = openPlaces((await buildPostcodes({ sources: referenceSources(), into: PLACES_FOLDER })).file);
// Others may be at work on this machine: what is measured must not be given up half way.
const db = openDatabase(url, { unitLimit: 5000 });
const site: Site = { db, keyring: testKeyring(), places, shard: 0, wake() {} };
const isPlanned = and(eq(db.tables.deliveries.state, "planned"), eq(db.tables.deliveries.mode, "rehearsal"));
let mostMemory = 0;
const watch = setInterval(() => {
  mostMemory = Math.max(mostMemory, process.memoryUsage().rss);
}, 20);
const times = timeQueries();
try {
  print(
    `${db.engine}: ${whole(Number(values.signatures))} signatures in ${whole(scene.cells)} cells, ${values.campaigns} campaign(s), 650 MPs, ${whole(scene.councillors)} councillors`,
  );
  print(`  publish: ${scene.publishSeconds.toFixed(2)} s`);
  await plan();
  await render();
  await send(RESEND_REQUESTS_PER_SECOND);
  await send(HIGHER);
  await send(UNLIMITED);
  await planNextWeek();
} finally {
  clearInterval(watch);
  await db.close();
  places.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}

function fill(): Scene {
  const program = fileURLToPath(new URL("fill-country.ts", import.meta.url));
  const { signatures, campaigns } = values;
  const said = execFileSync(process.execPath, ["--import", "tsx", program, url, signatures, campaigns]);
  return JSON.parse(said.toString());
}

async function plan(): Promise<void> {
  times.slowest();
  const before = memory();
  const { seconds, cpuSeconds, made } = await planOnce();
  print(
    `  plan: ${whole(made)} messages in ${seconds.toFixed(2)} s, ${(seconds / PLAN_SECONDS).toFixed(2)} of the aim (${cpuSeconds.toFixed(2)} s of this processor); memory ${before} MB, at most ${memory()} MB`,
  );
  const slowest = times.slowest();
  if (slowest)
    print(
      `    most of it in ${slowest.calls} × ${slowest.source.slice(0, 60)}…: ${slowest.seconds.toFixed(2)} s`,
    );
  const again = await planOnce();
  print(`  plan again, with nothing to add: ${again.seconds.toFixed(2)} s`);
}

/** The usual week: everybody has been told before, and few counts have passed another step. */
async function planNextWeek(): Promise<void> {
  const { deliveries } = db.tables;
  await db.transaction("all are sent", (tx) => tx.update(deliveries).set({ state: "sent", sendingAt: TEN }));
  times.slowest();
  const { seconds, cpuSeconds, made } = await planOnce(addDays(TUESDAY, 7));
  print(
    `  plan a week later, when all have been told: ${whole(made)} messages in ${seconds.toFixed(2)} s (${cpuSeconds.toFixed(2)} s of this processor)`,
  );
  const slowest = times.slowest();
  if (slowest)
    print(
      `    most of it in ${slowest.calls} × ${slowest.source.slice(0, 60)}…: ${slowest.seconds.toFixed(2)} s`,
    );
}

async function planOnce(slotOn = TUESDAY): Promise<{ seconds: number; cpuSeconds: number; made: number }> {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const outcome = await planDeliveries(site, { forwarding: "rehearsal", slotOn }, tenOn(slotOn));
  const seconds = (performance.now() - startedAt) / 1000;
  const cpuSeconds = cpuMs(cpu) / 1000;
  return { seconds, cpuSeconds, made: outcome.outcome === "planned" ? outcome.deliveryCount : 0 };
}

/** Prepares and writes messages as sending does, and sends none. */
async function render(): Promise<void> {
  const { deliveries } = db.tables;
  const planned = await db.read
    .select()
    .from(deliveries)
    .where(isPlanned)
    .orderBy(asc(deliveries.id))
    .limit(RENDERED);
  const settings = testSettings({ FORWARDING: "rehearsal" });
  times.slowest();
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  let bytes = 0;
  for (const some of chunksOf(planned, TOGETHER))
    await db.transaction("render", async (tx) => {
      const prepared = await prepareDeliveries(tx, some, "rehearsal", TEN);
      const linksOf = await deliveryLinks(tx, site.keyring, [...prepared.keys()]);
      for (const [id, report] of prepared) {
        if ("skip" in report) continue;
        const { text, html } = renderDelivery(settings, report, TUESDAY, linksOf(id));
        bytes += text.length + html.length;
      }
    });
  const each = (performance.now() - startedAt) / planned.length;
  print(
    `  prepare and write: ${each.toFixed(2)} ms (${(cpuMs(cpu) / planned.length).toFixed(2)} of this processor) and ${(bytes / planned.length / 1024).toFixed(1)} KB a message`,
  );
  const slowest = times.slowest();
  if (slowest)
    print(
      `    most of it in ${slowest.calls} × ${slowest.source.slice(0, 60)}…: ${slowest.seconds.toFixed(2)} s`,
    );
}

async function send(requestsPerSecond: number): Promise<void> {
  const limit = requestsPerSecond * MAILS_PER_REQUEST;
  const provider = await runProvider(requestsPerSecond, ANSWER_MS);
  const { apiKey, url: resendBaseUrl } = provider;
  const pace = requestPace(requestsPerSecond);
  const context: WorkerContext = {
    ...site,
    settings: testSettings({ FORWARDING: "rehearsal" }),
    clock: { offset: 0, now: () => TEN },
    log: { info() {}, warn() {}, error() {} },
    transport: createTransport({ resendApiKey: apiKey, resendBaseUrl, pace }),
  };
  mostMemory = 0;
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const endsAt = startedAt + AT_LIMIT_SECONDS * 1000;
  while (performance.now() < endsAt && (await dispatchDeliveries(context)) > 0);
  const seconds = (performance.now() - startedAt) / 1000;
  const { mails, tooSoon, astray, twice } = await provider.taken();
  await provider.stop();
  const rate = mails / seconds;
  const share = requestsPerSecond === UNLIMITED ? "no limit" : `${(rate / limit).toFixed(2)} of the limit`;
  print(
    `  send, ${requestsPerSecond} requests a second: ${whole(mails)} in ${seconds.toFixed(1)} s, ${rate.toFixed(0)} a second, ${share}; ${(cpuMs(cpu) / mails).toFixed(2)} ms of this processor each; ${tooSoon} requests too soon, ${twice} twice, ${astray} astray; memory at most ${memory()} MB`,
  );
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function memory(): string {
  return (Math.max(mostMemory, process.memoryUsage().rss) / 1024 / 1024).toFixed(0);
}

function whole(count: number): string {
  return count.toLocaleString("en-GB");
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
