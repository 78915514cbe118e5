import { createTransport } from "#app/emails/create-transport.server.ts";
import { requestPace } from "#app/emails/request-pace.ts";
import { makeWorker } from "#app/jobs/worker.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { realPlaces } from "../domain/place/real-places.ts";
import { testKeyring } from "../set-up/keyring.ts";
import { testSettings } from "../site.ts";

/*
 * A worker in a process of its own, to be killed: works off what is due in the database of DATABASE_URL, through the
 * mail server of the other settings, until it is ended. OFFSET moves its clock, past the leases of its predecessors.
 */

const {
  DATABASE_URL = "",
  SMTP_URL: smtpUrl,
  RESEND_URL: resendBaseUrl,
  RESEND_KEY: resendApiKey,
} = process.env;
const offset = Number(process.env.OFFSET ?? 0);

const db = openDatabase(DATABASE_URL, { unitLimit: 10_000 });
const worker = makeWorker({
  ...{ db, keyring: testKeyring(), places: await realPlaces(), shard: 0, wake() {} },
  settings: testSettings(),
  clock: { offset, now: () => Date.now() + offset },
  log: { info() {}, warn() {}, error() {} },
  transport: createTransport({
    smtpUrl,
    resendApiKey,
    resendBaseUrl,
    pace: requestPace(1000),
    timeoutMs: 5000,
  }),
});
await worker.start();
process.stdout.write("started\n");
