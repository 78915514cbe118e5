import { z } from "zod";
import { requestPace } from "#app/emails/request-pace.ts";
import type { SendingTransport } from "#app/emails/transport.ts";
import { resendTransport } from "#app/emails/transport-resend.server.ts";
import { smtpTransport } from "#app/emails/transport-smtp.server.ts";
import { dispatchDeliveries } from "#app/jobs/dispatch-deliveries.server.ts";
import { recoverDeliveries } from "#app/jobs/recover-batches.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { siteOn, testSettings } from "../site.ts";

/*
 * Sends what is planned, as the program's worker does, and ends when nothing is due; in a process of its own, so that
 * it can be killed. Says "begins" before it takes on the first message, and "done" when nothing is left.
 */

const { databaseUrl, now, resend, smtpUrl } = z
  .object({
    databaseUrl: z.string(),
    now: z.number(),
    resend: z.object({ apiKey: z.string(), baseUrl: z.string() }).optional(),
    smtpUrl: z.string().optional(),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"));
/** Few in a request, so that many requests can be broken off. */
const MAILS_PER_REQUEST = 10;

const transport = chosen();
const db = openDatabase(databaseUrl, { unitLimit: 10_000 });
const context = (await siteOn(db)).context(now, {
  settings: testSettings({ FORWARDING: "rehearsal" }),
  transport,
});
await recoverDeliveries(context);
process.stdout.write("begins\n");
while ((await dispatchDeliveries(context)) > 0);
process.stdout.write("done\n");
transport.close();
await db.close();

function chosen(): SendingTransport {
  const timeoutMs = 5000;
  if (resend) {
    const ours = resendTransport({ ...resend, timeoutMs, pace: requestPace(1000) });
    return { ...ours, mailsPerRequest: MAILS_PER_REQUEST };
  }
  return smtpTransport({ url: smtpUrl ?? "", timeoutMs });
}
