import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "#app/emails/create-transport.server.ts";
import { requestPace } from "#app/emails/request-pace.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { MAILS_PER_REQUEST, RESEND_REQUESTS_PER_SECOND } from "#app/policy.ts";
import { openDatabase } from "#db/client.server.ts";
import { NOW, openPetition, signPetition } from "../factories.ts";
import { startPostgres } from "../set-up/postgres-server.ts";
import { makeTemplate } from "../set-up/template.ts";
import { siteOn, type TestSite } from "../site.ts";
import { runProvider } from "./run-provider.ts";

/*
 * Sends confirm mails to a server that plays Resend with its usual limit, and prints mails a second beside what the
 * limit allows; then without a limit, which shows what the machine can do. Messages to representatives are measured
 * by forwarding.ts.
 * Run: node --import tsx tests/load/dispatch.ts [mails] [--postgres]
 */

const MAILS = Number(process.argv[2] ?? 1500);
/** No limit at all, as far as one machine can tell. */
const UNLIMITED = 1000;

const folder = mkdtempSync(join(tmpdir(), "hear-hear-dispatch-"));
const postgres = process.argv.includes("--postgres") ? await startPostgres() : undefined;
const url = postgres ? `${postgres.url}/postgres` : `file:${join(folder, "site.db")}`;
await makeTemplate(url);
const db = openDatabase(url);
try {
  const site = await siteOn(db);
  print(`${db.engine}, ${MAILS} mails each`);
  await measure(site, RESEND_REQUESTS_PER_SECOND);
  await measure(site, UNLIMITED);
} finally {
  await db.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(site: TestSite, requestsPerSecond: number): Promise<void> {
  const petition = await openPetition(site);
  for (let signed = 0; signed < MAILS; signed += 1) await signPetition(site, petition);
  const provider = await runProvider(requestsPerSecond);
  const { apiKey, url: resendBaseUrl } = provider;
  const pace = requestPace(requestsPerSecond);
  const transport = createTransport({ resendApiKey: apiKey, resendBaseUrl, pace });
  const context = site.context(NOW, { transport });
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  while ((await sendQueuedMail(context)) > 0);
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const { mails, requests, tooSoon } = await provider.taken();
  await provider.stop();
  const rate = mails / seconds;
  const limit = requestsPerSecond * MAILS_PER_REQUEST;
  const share = requestsPerSecond === UNLIMITED ? "no limit" : `${(rate / limit).toFixed(2)} of the limit`;
  print(
    `  ${mails} in ${seconds.toFixed(1)} s, ${rate.toFixed(0)} a second, ${share}; ${requests} requests, ${tooSoon} too soon; ${((user + system) / 1000 / mails).toFixed(1)} ms of this processor a mail`,
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
