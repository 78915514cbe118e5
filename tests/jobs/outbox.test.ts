import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { makeKeyring } from "#app/domain/privacy/keyring.server.ts";
import { eraseSignature } from "#app/domain/signature/erase-signature.server.ts";
import { DAY, HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { createTransport } from "#app/emails/create-transport.server.ts";
import { requestPace } from "#app/emails/request-pace.ts";
import type { SendingTransport } from "#app/emails/transport.ts";
import { requeueAbandonedMail, sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { MAIL_ATTEMPTS } from "#app/policy.ts";
import type { Tables } from "#db/schema.ts";
import { NOW, openPetition, signPetition } from "#tests/factories.ts";
import { startResendServer } from "#tests/servers/resend.ts";
import { startSmtpServer } from "#tests/servers/smtp.ts";
import { TEST_SECRETS } from "#tests/set-up/keyring.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { confirm } from "../domain/signature/signing.ts";

test("two workers at once send each mail once", async () => {
  const { site, server, send } = await overSmtp();
  const petition = await openPetition(site);
  for (let i = 0; i < 30; i += 1) await signPetition(site, petition);
  for (let round = 0; round < 4; round += 1) await Promise.all([send(NOW), send(NOW)]);
  expect(server.mails).toHaveLength(30);
  expect(new Set(server.mails.flatMap((mail) => mail.to)).size).toBe(30);
  expect(await statesOf(site)).toEqual({ sent: 30 });
});

test("two workers at once keep each mail once in the mailbox", async () => {
  const site = await testSite({ poolSize: 8 });
  const petition = await openPetition(site);
  for (let i = 0; i < 30; i += 1) await signPetition(site, petition);
  for (let round = 0; round < 4; round += 1)
    await Promise.all([sendQueuedMail(site.context(NOW)), sendQueuedMail(site.context(NOW))]);
  expect(await site.db.read.select().from(site.db.tables.mailbox)).toHaveLength(30);
  expect(await statesOf(site)).toEqual({ sent: 30 });
});

test("a mail that is put off goes again later and later, the same bytes under the same Message-ID", async () => {
  const { site, server, send } = await overSmtp();
  await signPetition(site, await openPetition(site));
  server.misbehave({ kind: "lose-answer" }, 2);
  expect(await send(NOW)).toBe(1);
  const first = await onlyRow(site);
  expect(first).toMatchObject({ state: "queued", attemptCount: 1, leasedUntil: null });
  expect(first.dueAt).toBeGreaterThanOrEqual(NOW + 30_000);
  expect(await send(first.dueAt - 1)).toBe(0);
  await send(first.dueAt);
  const second = await onlyRow(site);
  expect(second.dueAt - first.dueAt).toBeGreaterThanOrEqual(60_000);
  await send(second.dueAt);
  expect(await onlyRow(site)).toMatchObject({
    state: "sent",
    attemptCount: 3,
    request: "",
    reason: expect.any(String),
  });
  expect(server.mails).toHaveLength(3);
  expect(new Set(server.mails.map((mail) => mail.email.messageId)).size).toBe(1);
  expect(new Set(server.mails.map((mail) => mail.email.html)).size).toBe(1);
});

test("a mail refused for good is given up at once, with a reason that names nobody", async () => {
  const { site, server, send } = await overSmtp();
  const { form } = await signPetition(site, await openPetition(site));
  server.misbehave({ kind: "refuse-recipient", code: 550 });
  await send(NOW);
  const row = await onlyRow(site);
  expect(row).toMatchObject({ state: "failed", request: "", settledAt: NOW });
  expect(row.reason).toMatch(/550/);
  expect(row.reason).not.toContain(form.email);
  expect(await send(NOW + DAY)).toBe(0);
});

test("a mail that nobody takes is given up after its attempts, which span more than a day", async () => {
  const { site, server, send } = await overSmtp();
  await signPetition(site, await openPetition(site));
  server.misbehave({ kind: "refuse-recipient", code: 451 }, MAIL_ATTEMPTS);
  let now = NOW;
  for (let i = 0; i < MAIL_ATTEMPTS; i += 1) {
    await send(now);
    now = Math.max(now, (await onlyRow(site)).dueAt);
  }
  expect(await onlyRow(site)).toMatchObject({ state: "failed", request: "", attemptCount: MAIL_ATTEMPTS });
  expect(now - NOW).toBeGreaterThan(DAY);
  expect(server.attempts()).toBe(MAIL_ATTEMPTS);
});

test("a mail is not sent again once it is not called for: erased, confirmed", async () => {
  const { site, server, send } = await overSmtp();
  const petition = await openPetition(site);
  const erased = await signPetition(site, petition);
  const confirmed = await signPetition(site, petition);
  server.misbehave({ kind: "refuse-recipient", code: 451 }, 2);
  await send(NOW);
  await eraseSignature(site, { token: erased.manageToken, keep: "nothing" }, NOW);
  await confirm(site, confirmed.confirmToken);
  await send(NOW + HOUR);
  expect(server.mails).toEqual([]);
  expect(await statesOf(site)).toEqual({ skipped: 2 });
});

test("what a process that died had in hand goes again: at once on SQLite, elsewhere when its lease is over", async () => {
  const { site, server, send } = await overSmtp();
  await signPetition(site, await openPetition(site));
  const { outbox } = site.db.tables;
  await site.db.transaction("die in the middle", async (tx) => {
    await tx.update(outbox).set({ state: "sending", leasedUntil: NOW + 5 * MINUTE });
  });
  expect(await send(NOW)).toBe(0);
  await requeueAbandonedMail(site.context(NOW));
  if (site.db.engine === "postgres") {
    expect(await send(NOW + 5 * MINUTE - 1)).toBe(0);
    expect(await send(NOW + 5 * MINUTE)).toBe(1);
  } else expect(await send(NOW)).toBe(1);
  expect(server.mails).toHaveLength(1);
});

test("a mail that cannot be made or opened is tried later, and the others go", async () => {
  const { site, server, transport } = await overSmtp();
  const petition = await openPetition(site);
  await signPetition(site, petition);
  server.misbehave({ kind: "refuse-recipient", code: 451 });
  await sendQueuedMail(site.context(NOW, { transport }));
  const keyring = makeKeyring(["another secret"], TEST_SECRETS.hash);
  const faults: unknown[] = [];
  const log = { info() {}, warn() {}, error: (fault: unknown) => void faults.push(fault) };
  await signPetition({ ...site, keyring }, petition, {}, NOW + HOUR);
  await signPetition({ ...site, keyring }, petition, {}, NOW + HOUR);
  expect(await sendQueuedMail(site.context(NOW + HOUR, { transport, keyring, log }))).toBe(3);
  expect(server.mails).toHaveLength(2);
  expect(await statesOf(site)).toEqual({ sent: 2, queued: 1 });
  expect(faults).toHaveLength(1);
  expect(JSON.stringify(faults)).not.toContain("@");
});

test("no line that is logged, and no row that is kept, names a person", async () => {
  const lines: unknown[] = [];
  const keep = (...words: unknown[]) => void lines.push(words);
  const { site, server, transport } = await overSmtp();
  const { form } = await signPetition(site, await openPetition(site), { name: "Quillonda Vexbury" });
  const log = { info: keep, warn: keep, error: keep };
  for (const kind of ["lose-answer", "drop-at-recipient", "drop-in-message"] as const)
    server.misbehave({ kind });
  server.misbehave({ kind: "refuse-recipient", code: 550 });
  for (let i = 0; i < 4; i += 1) await sendQueuedMail(site.context(NOW + i * HOUR, { transport, log }));
  expect(lines).toHaveLength(4);
  const { request: _, ...row } = await onlyRow(site);
  for (const text of [JSON.stringify(lines), JSON.stringify(row)]) {
    expect(text).not.toContain(form.email);
    expect(text).not.toMatch(/quillonda|vexbury|WR5/i);
  }
});

test("over Resend an answer that was lost is asked for again under the same key: one mail, the provider's id kept", async () => {
  const server = await startResendServer({ requestsPerSecond: 100 });
  const transport = createTransport({
    resendApiKey: server.apiKey,
    resendBaseUrl: server.url,
    timeoutMs: 5000,
  });
  onTestFinished(() => server.stop());
  const site = await testSite();
  const { form } = await signPetition(site, await openPetition(site));
  server.misbehave({ kind: "lose-answer" });
  server.misbehave({ kind: "status", status: 500, name: "internal_server_error" });
  server.misbehave({ kind: "status", status: 429, name: "rate_limit_exceeded" });
  let now = NOW;
  for (let i = 0; i < 4; i += 1) {
    await sendQueuedMail(site.context(now, { transport }));
    now = Math.max(now, (await onlyRow(site)).dueAt);
  }
  expect(server.mails.map((mail) => mail.to)).toEqual([[form.email]]);
  expect(new Set(server.bodies).size).toBe(1);
  expect(server.bodies).toHaveLength(4);
  expect(await onlyRow(site)).toMatchObject({ state: "sent", providerId: server.mails[0]?.id, request: "" });
});

test("over Resend a mail refused as invalid is given up", async () => {
  const server = await startResendServer({ requestsPerSecond: 100 });
  const transport = createTransport({
    resendApiKey: server.apiKey,
    resendBaseUrl: server.url,
    timeoutMs: 5000,
  });
  onTestFinished(() => server.stop());
  const site = await testSite();
  await signPetition(site, await openPetition(site));
  server.misbehave({ kind: "status", status: 422, name: "validation_error" });
  await sendQueuedMail(site.context(NOW, { transport }));
  expect(await onlyRow(site)).toMatchObject({ state: "failed", request: "" });
});

test("over Resend a hundred mails are one request; one that is invalid costs the others nothing", async () => {
  const { site, server, send } = await overResend();
  const petition = await openPetition(site);
  for (let i = 0; i < 120; i += 1) await signPetition(site, petition);
  server.misbehave({ kind: "refuse-mails", indexes: [1] });
  expect(await send(NOW)).toBe(120);
  expect(server.bodies.map((body) => JSON.parse(body).length).toSorted()).toEqual([100, 20].toSorted());
  expect(await statesOf(site)).toEqual({ sent: 119, failed: 1 });
  expect(new Set(server.mails.flatMap(({ to }) => to)).size).toBe(119);
});

test("over Resend mails that had no answer go again in the same request, whatever has come to the queue since", async () => {
  const { site, server, send } = await overResend();
  const petition = await openPetition(site);
  for (let i = 0; i < 3; i += 1) await signPetition(site, petition);
  server.misbehave({ kind: "lose-answer" });
  await send(NOW);
  for (let i = 0; i < 2; i += 1) await signPetition(site, petition);
  await send(NOW + HOUR);
  expect(server.bodies.map((body) => JSON.parse(body).length).toSorted()).toEqual([2, 3, 3]);
  expect(server.mails).toHaveLength(5);
  expect(await statesOf(site)).toEqual({ sent: 5 });
});

test("over Resend mails that a process had in hand when it died are asked for again under the same key", async () => {
  const { site, server, transport, send } = await overResend();
  const petition = await openPetition(site);
  for (let i = 0; i < 3; i += 1) await signPetition(site, petition);
  const dying: SendingTransport = {
    ...transport,
    async send(request, urgency) {
      await transport.send(request, urgency);
      throw new Error("killed");
    },
  };
  await expect(sendQueuedMail(site.context(NOW, { transport: dying }))).rejects.toThrow("killed");
  await signPetition(site, petition);
  await requeueAbandonedMail(site.context(NOW + 10 * MINUTE));
  for (let round = 0; round < 2; round += 1) await send(NOW + 10 * MINUTE);
  expect(server.mails).toHaveLength(4);
  expect(await statesOf(site)).toEqual({ sent: 4 });
});

test("over Resend mails refused as a whole go one by one", async () => {
  const { site, server, send } = await overResend();
  const petition = await openPetition(site);
  for (let i = 0; i < 3; i += 1) await signPetition(site, petition);
  server.misbehave({ kind: "status", status: 422, name: "validation_error" });
  await send(NOW);
  server.misbehave({ kind: "status", status: 422, name: "validation_error" });
  for (let round = 0; round < 3; round += 1) await send(NOW + HOUR);
  expect(server.bodies.map((body) => JSON.parse(body).length)).toEqual([3, 1, 1, 1]);
  expect(await statesOf(site)).toEqual({ sent: 2, failed: 1 });
});

async function overResend() {
  const server = await startResendServer({ requestsPerSecond: 1000 });
  onTestFinished(() => server.stop());
  const { apiKey: resendApiKey, url: resendBaseUrl } = server;
  const made = createTransport({ resendApiKey, resendBaseUrl, timeoutMs: 5000, pace: requestPace(1000) });
  if (made.kind === "mailbox") throw new Error("no transport was made");
  const transport: SendingTransport = made;
  const site = await testSite({ poolSize: 8 });
  const send = (now: number) => sendQueuedMail(site.context(now, { transport }));
  return { site, server, transport, send };
}

async function overSmtp() {
  const server = await startSmtpServer();
  const made = createTransport({ smtpUrl: server.url, timeoutMs: 5000 });
  if (made.kind === "mailbox") throw new Error("no transport was made");
  const transport: SendingTransport = made;
  onTestFinished(async () => {
    transport.close();
    await server.stop();
  });
  const site = await testSite({ poolSize: 8 });
  const send = (now: number) => sendQueuedMail(site.context(now, { transport }));
  return { site, server, transport, send };
}

async function onlyRow(site: TestSite): Promise<Tables["outbox"]["$inferSelect"]> {
  const { outbox } = site.db.tables;
  const [row, ...others] = await site.db.read
    .select()
    .from(outbox)
    .where(eq(outbox.template, "confirm-signature"));
  if (!row || others.length > 0) throw new Error("there is not one mail");
  return row;
}

async function statesOf(site: TestSite): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state } of await site.db.read.select().from(site.db.tables.outbox))
    counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
