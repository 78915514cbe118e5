import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import { openPlaces } from "#app/domain/place/places.server.ts";
import type { Site } from "#app/domain/site.ts";
import { createTransport } from "#app/emails/create-transport.server.ts";
import { dispatchDeliveries } from "#app/jobs/dispatch-deliveries.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import type { WorkerContext } from "#app/jobs/worker-context.ts";
import { MAILS_PER_REQUEST, RESEND_REQUESTS_PER_SECOND } from "#app/policy.ts";
import { openDatabase } from "#db/client.server.ts";
import { buildPostcodes } from "#db/reference/build-postcodes.server.ts";
import { referenceSources } from "#db/reference/postcode-file.ts";
import { ARBORETUM, councillor, petitionWith, TUESDAY, tenOn } from "../domain/forwarding/scene.ts";
import { openPetition, signPetition } from "../factories.ts";
import { startResendServer } from "../servers/resend.ts";
import { testKeyring } from "../set-up/keyring.ts";
import { startPostgres } from "../set-up/postgres-server.ts";
import { makeTemplate, PLACES_FOLDER } from "../set-up/template.ts";
import { testSettings } from "../site.ts";

/*
 * Sends messages to representatives, and confirm mails, to a server that plays Resend with its usual limit, and
 * prints mails a second beside what the limit allows; then without a limit, which shows what the machine can do.
 * Run: node --import tsx tests/load/dispatch.ts [mails] [--postgres]
 */

const MAILS = Number(process.argv[2] ?? 1500);
const TEN = tenOn(TUESDAY);
/** No limit at all, as far as one machine can tell. */
const UNLIMITED = 1000;

const folder = mkdtempSync(join(tmpdir(), "hear-hear-dispatch-"));
const postgres = process.argv.includes("--postgres") ? await startPostgres() : undefined;
const url = postgres ? `${postgres.url}/postgres` : `file:${join(folder, "site.db")}`;
await makeTemplate(url);
const places = openPlaces((await buildPostcodes({ sources: referenceSources(), into: PLACES_FOLDER })).file);
const db = openDatabase(url);
// What is planned here at one go is more than any week holds.
const patient = openDatabase(url, { unitLimit: 60_000 });
try {
  const site: Site = { db: patient, keyring: testKeyring(), places, shard: 0, wake() {} };
  await planDeliveries(site, { forwarding: "off", slotOn: "2026-11-03" }, tenOn("2026-11-03"));
  print(`${db.engine}, ${MAILS} mails each`);
  await planMessages(site, MAILS);
  await measure("to representatives, at the limit", site, RESEND_REQUESTS_PER_SECOND, dispatchDeliveries);
  await queueMails(site, MAILS);
  await measure("to signatories, at the limit", site, RESEND_REQUESTS_PER_SECOND, sendQueuedMail);
  await planMessages(site, MAILS, "2026-12-08");
  await measure("to representatives, no limit", site, UNLIMITED, dispatchDeliveries, tenOn("2026-12-08"));
  await queueMails(site, MAILS);
  await measure("to signatories, no limit", site, UNLIMITED, sendQueuedMail);
} finally {
  await patient.close();
  await db.close();
  places.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Plans one message to each of so many new councillors. */
async function planMessages(site: Site, count: number, slotOn = TUESDAY): Promise<void> {
  for (let seat = 0; seat < count; seat += 1) await councillor(site, {});
  await petitionWith(site, [["ward", ARBORETUM, 38]]);
  await planDeliveries(site, { forwarding: "rehearsal", slotOn }, tenOn(slotOn));
}

/** Signs so often that so many confirm mails are due. */
async function queueMails(site: Site, count: number): Promise<void> {
  const petition = await openPetition(site);
  for (let signed = 0; signed < count; signed += 1) await signPetition(site, petition);
}

async function measure(
  what: string,
  site: Site,
  requestsPerSecond: number,
  work: (context: WorkerContext) => Promise<number>,
  now = TEN,
): Promise<void> {
  const server = await startResendServer({ requestsPerSecond });
  const transport = createTransport({ resendApiKey: server.apiKey, resendBaseUrl: server.url });
  const context: WorkerContext = {
    ...{ ...site, db },
    settings: testSettings({ FORWARDING: "rehearsal" }),
    clock: { offset: 0, now: () => now },
    log: { info() {}, warn() {}, error() {} },
    transport,
  };
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  while ((await work(context)) > 0);
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  await server.stop();
  const rate = server.mails.length / seconds;
  const limit = requestsPerSecond * MAILS_PER_REQUEST;
  const ratio = requestsPerSecond === UNLIMITED ? "" : `, ${(rate / limit).toFixed(2)} of the limit`;
  const cost = `${((user + system) / 1000 / server.mails.length).toFixed(1)} ms of processor time a mail`;
  const requests = `${server.bodies.length} requests, ${server.tooFast()} too soon`;
  print(
    `  ${what}: ${server.mails.length} in ${seconds.toFixed(1)} s, ${rate.toFixed(0)} a second${ratio}; ${requests}; ${cost}`,
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
