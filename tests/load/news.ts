import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { openPlaces } from "#app/domain/place/places.server.ts";
import type { Site } from "#app/domain/site.ts";
import { planMailing } from "#app/domain/update/plan-mailing.server.ts";
import { createTransport } from "#app/emails/create-transport.server.ts";
import type { SendingTransport } from "#app/emails/transport.ts";
import { dispatchUpdates } from "#app/jobs/dispatch-updates.server.ts";
import type { WorkerContext } from "#app/jobs/worker-context.ts";
import { MAILS_PER_REQUEST, RESEND_REQUESTS_PER_SECOND } from "#app/policy.ts";
import { openDatabase } from "#db/client.server.ts";
import { buildPostcodes } from "#db/reference/build-postcodes.server.ts";
import { referenceSources } from "#db/reference/postcode-file.ts";
import { NOW } from "../factories.ts";
import { startResendServer } from "../servers/resend.ts";
import { startSmtpServer } from "../servers/smtp.ts";
import { testKeyring } from "../set-up/keyring.ts";
import { startPostgres } from "../set-up/postgres-server.ts";
import { makeTemplate, PLACES_FOLDER } from "../set-up/template.ts";
import { testSettings } from "../site.ts";
import { dueUpdate, petitionWithReaders } from "./news-scene.ts";

/*
 * Plans the mailing of an update to many signatories, and says how long it takes and how much memory; then sends
 * to a server that plays Resend with its usual limit, to one without a limit, and to a real SMTP server.
 * Run: node --import tsx tests/load/news.ts [signatories] [mails] [--postgres]
 */

const [signatories = 100_000, mails = 3000] = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
/** No limit at all, as far as one machine can tell. */
const UNLIMITED = 1000;
const MEGABYTE = 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), "hear-hear-news-"));
const postgres = process.argv.includes("--postgres") ? await startPostgres() : undefined;
const url = postgres ? `${postgres.url}/postgres` : `file:${join(folder, "site.db")}`;
await makeTemplate(url);
const places = openPlaces((await buildPostcodes({ sources: referenceSources(), into: PLACES_FOLDER })).file);
// On a busy machine nothing here may fail by the limit on units.
const db = openDatabase(url, { unitLimit: 10_000 });
try {
  const site: Site = { db, keyring: testKeyring(), places, shard: 0, wake() {} };
  print(`${db.engine}, ${signatories} signatories`);
  await overResend(site, "Resend, at its limit", RESEND_REQUESTS_PER_SECOND);
  await overResend(site, "Resend, no limit", UNLIMITED);
  await overSmtp(site);
  await measurePlanning(site);
} finally {
  await db.close();
  places.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measurePlanning(site: Site): Promise<void> {
  const petition = await petitionWithReaders(site, signatories);
  const updateId = await dueUpdate(site, petition);
  const before = process.memoryUsage().rss;
  let most = before;
  let longest = 0;
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  for (;;) {
    const partAt = performance.now();
    if ((await planMailing(site, NOW)) === 0) break;
    longest = Math.max(longest, performance.now() - partAt);
    most = Math.max(most, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const { updates } = db.tables;
  const [planned] = await db.read.select().from(updates).where(eq(updates.id, updateId));
  print(
    `  planned ${planned?.recipientCount} in ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor time); longest part ${longest.toFixed(0)} ms; ${((most - before) / MEGABYTE).toFixed(0)} MB more at most`,
  );
}

async function overResend(site: Site, what: string, requestsPerSecond: number): Promise<void> {
  const server = await startResendServer({ requestsPerSecond });
  const transport = createTransport({ resendApiKey: server.apiKey, resendBaseUrl: server.url });
  if (transport.kind === "mailbox") throw new Error("nothing would leave");
  const rate = await send(site, transport);
  const limit = requestsPerSecond * MAILS_PER_REQUEST;
  const ratio = requestsPerSecond === UNLIMITED ? "" : ` (${(rate / limit).toFixed(2)} of the limit)`;
  const recipients = new Set(server.mails.map(({ to }) => String(to)));
  print(
    `  ${what}: ${server.mails.length} mails to ${recipients.size} people, ${rate.toFixed(0)} a second${ratio}; ${server.bodies.length} requests, ${server.tooFast()} too soon`,
  );
  await server.stop();
}

async function overSmtp(site: Site): Promise<void> {
  const server = await startSmtpServer();
  const transport = createTransport({ smtpUrl: server.url });
  if (transport.kind === "mailbox") throw new Error("nothing would leave");
  const rate = await send(site, transport);
  const recipients = new Set(server.mails.map(({ to: [to] }) => to));
  print(
    `  SMTP: ${server.mails.length} mails to ${recipients.size} people, ${rate.toFixed(0)} a second over ${transport.requestsAtOnce} connections`,
  );
  transport.close();
  await server.stop();
}

/** Mails a second from the first planned to the last taken. */
async function send(site: Site, transport: SendingTransport): Promise<number> {
  const petition = await petitionWithReaders(site, mails);
  await dueUpdate(site, petition);
  const context: WorkerContext = {
    ...site,
    settings: testSettings(),
    clock: { offset: 0, now: () => NOW },
    log: { info() {}, warn() {}, error() {} },
    transport,
  };
  const startedAt = performance.now();
  while ((await dispatchUpdates(context)) > 0);
  return mails / ((performance.now() - startedAt) / 1000);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
