import { expect, onTestFinished, test } from "vitest";
import { HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { requestPace } from "#app/emails/request-pace.ts";
import type { SendingTransport } from "#app/emails/transport.ts";
import { resendTransport } from "#app/emails/transport-resend.server.ts";
import { smtpTransport } from "#app/emails/transport-smtp.server.ts";
import { dispatchUpdates } from "#app/jobs/dispatch-updates.server.ts";
import { recoverDeliveries } from "#app/jobs/recover-batches.server.ts";
import { confirmedSignature, NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { getUpdate, mailAll, publishedUpdate, receiptsOf } from "../domain/update/scene.ts";
import { startResendServer } from "../servers/resend.ts";
import { startSmtpServer } from "../servers/smtp.ts";
import { killedAt } from "./killed-at.ts";

/*
 * A process is killed before and after every write and every request of a mailing in turn, from planning to its end,
 * once for each, and another takes over what it has left.
 */

const READERS = 2;
/** A database of its own for each of some twenty points. */
const LIMIT_MS = 120_000;
const LATER = NOW + HOUR;

test("killed at any point of a mailing over Resend, everybody gets the news exactly once", {
  timeout: LIMIT_MS,
}, async () => {
  const server = await startResendServer({ requestsPerSecond: 1000 });
  onTestFinished(() => server.stop());
  const { apiKey, url: baseUrl } = server;
  const transport = resendTransport({ apiKey, baseUrl, timeoutMs: 2000, pace: requestPace(1000) });
  await killAtEveryPoint(transport, async (site) => {
    const taken = server.mails.splice(0).map(({ tags }) => tags?.[0]?.value);
    const rows = await receiptsOf(site);
    expect(taken.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    expect(rows.map(({ state }) => state)).toEqual(["sent", "sent"]);
  });
});

test("killed at any point of a mailing over SMTP, nobody gets it twice, and what may have gone is uncertain", {
  timeout: LIMIT_MS,
}, async () => {
  const server = await startSmtpServer();
  const transport = smtpTransport({ url: server.url, timeoutMs: 2000 });
  onTestFinished(async () => {
    transport.close();
    await server.stop();
  });
  await killAtEveryPoint(transport, async (site) => {
    const taken = server.mails
      .splice(0)
      .map(({ email }) => /update-([\w-]+)@/.exec(email.messageId ?? "")?.[1]);
    expect(new Set(taken).size).toBe(taken.length);
    const rows = await receiptsOf(site);
    expect(rows).toHaveLength(READERS);
    for (const { id, state } of rows) {
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
    const site = await testSite();
    const petition = await openPetition(site);
    for (let count = 0; count < READERS; count += 1)
      await confirmedSignature(site, petition, { updates: true });
    const { publicId } = await publishedUpdate(site, petition, {}, LATER);
    isKilled = await dies(killedAt(point, site.context(LATER, { transport })));
    const next = site.context(LATER + 10 * MINUTE, { transport });
    await recoverDeliveries(next);
    await mailAll(next);
    await mailAll(site.context(LATER + 22 * HOUR, { transport }));
    expect(await getUpdate(site, publicId)).toMatchObject({ mailing: "done", recipientCount: READERS });
    await check(site);
  }
  // Before and after each: beginning, planning, ending the plan, writing, sealing, sending, settling, ending.
  expect(point).toBeGreaterThan(16);
}

/** Whether it was killed at it. */
async function dies(doomed: ReturnType<TestSite["context"]>): Promise<boolean> {
  try {
    while ((await dispatchUpdates(doomed)) > 0);
    return false;
  } catch {
    return true;
  }
}
