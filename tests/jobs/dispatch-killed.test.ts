import { expect, onTestFinished, test } from "vitest";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import { HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { requestPace } from "#app/emails/request-pace.ts";
import type { SendingTransport } from "#app/emails/transport.ts";
import { resendTransport } from "#app/emails/transport-resend.server.ts";
import { smtpTransport } from "#app/emails/transport-smtp.server.ts";
import { dispatchDeliveries } from "#app/jobs/dispatch-deliveries.server.ts";
import { recoverDeliveries } from "#app/jobs/recover-batches.server.ts";
import {
  ARBORETUM,
  councillor,
  deliveriesOf,
  dispatchAll,
  forwardingSite,
  petitionWith,
  rehearsing,
  TUESDAY,
  tenOn,
} from "../domain/forwarding/scene.ts";
import { startResendServer } from "../servers/resend.ts";
import { startSmtpServer } from "../servers/smtp.ts";
import type { TestSite } from "../site.ts";
import { killedAt } from "./killed-at.ts";

/*
 * A process that is killed stops between two things it does. Here it is killed before and after every write and
 * every request of a dispatch in turn, once for each, and another takes over what it has left.
 */

const TEN = tenOn(TUESDAY);
const MESSAGES = 2;

test("killed at any point of a dispatch over Resend, every message is taken exactly once", async () => {
  const server = await startResendServer({ requestsPerSecond: 1000 });
  onTestFinished(() => server.stop());
  const { apiKey, url: baseUrl } = server;
  const transport = resendTransport({ apiKey, baseUrl, timeoutMs: 2000, pace: requestPace(1000) });
  await killAtEveryPoint(transport, async (site) => {
    const taken = server.mails.splice(0).map(({ tags }) => tags?.[0]?.value);
    const rows = await deliveriesOf(site);
    expect(taken.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    expect(rows.map(({ state }) => state)).toEqual(["sent", "sent"]);
  });
});

test("killed at any point of a dispatch over SMTP, no message goes twice, and what may have gone is uncertain", async () => {
  const server = await startSmtpServer();
  const transport = smtpTransport({ url: server.url, timeoutMs: 2000 });
  onTestFinished(async () => {
    transport.close();
    await server.stop();
  });
  await killAtEveryPoint(transport, async (site) => {
    const taken = server.mails
      .splice(0)
      .map(({ email }) => /delivery-([\w-]+)@/.exec(email.messageId ?? "")?.[1]);
    expect(new Set(taken).size).toBe(taken.length);
    for (const { id, state } of await deliveriesOf(site)) {
      expect(["sent", "uncertain"]).toContain(state);
      if (state === "sent") expect(taken).toContain(id);
    }
  });
});

async function killAtEveryPoint(
  transport: SendingTransport,
  check: (site: TestSite) => Promise<void>,
): Promise<void> {
  let isKilled = true;
  let point = 0;
  for (; isKilled; point += 1) {
    const site = await forwardingSite();
    for (let seat = 0; seat < MESSAGES; seat += 1) await councillor(site, {});
    await petitionWith(site, [["ward", ARBORETUM, 38]]);
    await planDeliveries(site, { forwarding: "rehearsal", slotOn: TUESDAY }, TEN);
    const doomed = killedAt(point, rehearsing(site, TEN, { transport }));
    isKilled = await dispatchDeliveries(doomed).then(
      () => false,
      () => true,
    );
    const next = rehearsing(site, TEN + 10 * MINUTE, { transport });
    await recoverDeliveries(next);
    await dispatchAll(next);
    await dispatchAll(rehearsing(site, TEN + 22 * HOUR, { transport }));
    await check(site);
  }
  // Before and after each: writing two messages, sealing, sending, settling.
  expect(point).toBeGreaterThan(8);
}
