import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { eraseSignature } from "#app/domain/signature/erase-signature.server.ts";
import { stopUpdates } from "#app/domain/signature/stop-updates.server.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { DAY, HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { findOrganisedUpdate } from "#app/domain/update/organised-updates.server.ts";
import { planMailing } from "#app/domain/update/plan-mailing.server.ts";
import { pullUpdate } from "#app/domain/update/take-down-update.server.ts";
import { requestPace } from "#app/emails/request-pace.ts";
import { resendTransport } from "#app/emails/transport-resend.server.ts";
import { smtpTransport } from "#app/emails/transport-smtp.server.ts";
import { dispatchUpdates } from "#app/jobs/dispatch-updates.server.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { confirmedSignature, NOW, openPetition, type Signed, signPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { getUpdate, mailAll, publishedUpdate, receiptsOf } from "../domain/update/scene.ts";
import { startResendServer } from "../servers/resend.ts";
import { startSmtpServer } from "../servers/smtp.ts";

/** After everybody has confirmed. */
const LATER = NOW + HOUR;

/** A petition that so many have signed, confirmed and asked for news of. */
async function scene(readers: number) {
  const site = await testSite();
  const petition = await openPetition(site);
  const signed: Signed[] = [];
  for (let count = 0; count < readers; count += 1)
    signed.push(await confirmedSignature(site, petition, { updates: true }));
  return { site, petition, signed };
}

async function resend() {
  const server = await startResendServer({ requestsPerSecond: 1000 });
  onTestFinished(() => server.stop());
  const { apiKey, url: baseUrl } = server;
  return {
    server,
    transport: resendTransport({ apiKey, baseUrl, timeoutMs: 2000, pace: requestPace(1000) }),
  };
}

async function smtp() {
  const server = await startSmtpServer();
  const transport = smtpTransport({ url: server.url, timeoutMs: 2000 });
  onTestFinished(async () => {
    transport.close();
    await server.stop();
  });
  return { server, transport };
}

async function newsIn(site: TestSite) {
  const mails = await listMailbox(site.db.read, site.keyring);
  return mails.filter(({ subject }) => subject.startsWith("We met the director"));
}

const statesOf = async (site: TestSite) => (await receiptsOf(site)).map(({ state }) => state);

test("news goes only to those who confirmed and ticked the box, each with their own link to stop it", async () => {
  const { site, petition, signed } = await scene(2);
  await confirmedSignature(site, petition, { updates: false });
  await signPetition(site, petition, { updates: true });
  await confirmedSignature(site, await openPetition(site), { updates: true });
  await publishedUpdate(site, petition, {}, LATER);
  await mailAll(site.context(LATER));
  const mails = await newsIn(site);
  expect(mails.map(({ to }) => to).toSorted()).toEqual(signed.map(({ form }) => form.email).toSorted());
  for (const { id, form } of signed) {
    const mail = mails.find(({ to }) => to === form.email);
    expect(mail?.text).toContain(`/unsubscribe/${site.keyring.token("unsubscribe", id, 1)}`);
    for (const other of signed.filter((one) => one.id !== id))
      for (const purpose of ["unsubscribe", "signature", "confirm", "not_me"] as const)
        expect(`${mail?.text}${mail?.html}`).not.toContain(site.keyring.token(purpose, other.id, 1));
    // Whoever a mail is passed on to can stop the news, and nothing else.
    expect(`${mail?.text}${mail?.html}`).not.toContain(site.keyring.token("signature", id, 1));
  }
  expect(await statesOf(site)).toEqual(["sent", "sent"]);
});

test("a mailing is over once nothing of it waits, and nothing goes again", async () => {
  const { site, petition } = await scene(3);
  const { publicId } = await publishedUpdate(site, petition, {}, LATER);
  await mailAll(site.context(LATER));
  expect(await getUpdate(site, publicId)).toMatchObject({
    mailing: "done",
    recipientCount: 3,
    mailedAt: LATER,
  });
  await mailAll(site.context(LATER + 30 * DAY));
  expect(await newsIn(site)).toHaveLength(3);
  const asked = { campaignId: petition.id, publicId };
  expect(await findOrganisedUpdate(site.db.read, site.keyring, asked)).toMatchObject({
    counts: { reached: 3, waiting: 0, failed: 0, skipped: 0, uncertain: 0 },
  });
});

test("who stops the news, withdraws or erases after it was planned is not written to", async () => {
  const { site, petition, signed } = await scene(4);
  await publishedUpdate(site, petition, {}, LATER);
  const context = site.context(LATER);
  while ((await planMailing(context, LATER)) > 0);
  const [stopped, withdrawn, erased, kept] = signed;
  if (!stopped || !withdrawn || !erased || !kept) throw new Error("too few have signed");
  expect(await stopUpdates(site, stopped.manageToken)).toBe("stopped");
  expect(await withdrawSignature(site, withdrawn.manageToken, LATER)).toBe("withdrawn");
  expect(await eraseSignature(site, { token: erased.manageToken, keep: "nothing" }, LATER)).toBe("erased");
  await mailAll(context);
  expect((await newsIn(site)).map(({ to }) => to)).toEqual([kept.form.email]);
  const reasons = new Map((await receiptsOf(site)).map(({ signatureId, reason }) => [signatureId, reason]));
  expect(signed.map(({ id }) => reasons.get(id))).toEqual([
    "no_longer_wanted",
    "no_longer_wanted",
    "signature_gone",
    "",
  ]);
});

test("what has not left when an update is pulled stays here, and so it does when its petition is hidden", async () => {
  const { site, petition } = await scene(3);
  const { publicId } = await publishedUpdate(site, petition, {}, LATER);
  const context = site.context(LATER);
  while ((await planMailing(context, LATER)) > 0);
  await pullUpdate(site, { publicId, moderatorId: "moderator-1", note: "No" }, LATER);
  await mailAll(context);
  expect(await newsIn(site)).toEqual([]);
  expect(new Set(await statesOf(site))).toEqual(new Set(["skipped"]));
  const other = await publishedUpdate(site, petition, {}, LATER + 4 * DAY);
  while ((await planMailing(context, LATER + 4 * DAY)) > 0);
  const { campaigns } = site.db.tables;
  await site.db.transaction("hide", (tx) =>
    tx.update(campaigns).set({ state: "hidden" }).where(eq(campaigns.id, petition.id)),
  );
  await mailAll(site.context(LATER + 4 * DAY));
  expect(await newsIn(site)).toEqual([]);
  expect(await getUpdate(site, other.publicId)).toMatchObject({ mailing: "done" });
});

test("a second mailing waits three days from when the first really began", async () => {
  const { site, petition } = await scene(1);
  const first = await publishedUpdate(site, petition, {}, LATER);
  const second = await publishedUpdate(site, petition, {}, LATER);
  // Nothing ran for two days.
  await mailAll(site.context(LATER + 2 * DAY));
  expect(await getUpdate(site, first.publicId)).toMatchObject({ mailing: "done", mailAt: LATER + 2 * DAY });
  await mailAll(site.context(LATER + 3 * DAY));
  expect(await getUpdate(site, second.publicId)).toMatchObject({ mailing: "due", mailAt: LATER + 5 * DAY });
  await mailAll(site.context(LATER + 5 * DAY));
  expect(await getUpdate(site, second.publicId)).toMatchObject({ mailing: "done" });
  expect(await newsIn(site)).toHaveLength(2);
});

test("planning goes on where it was left, and counts nobody twice", async () => {
  const { site, petition } = await scene(3);
  const { id, publicId } = await publishedUpdate(site, petition, {}, LATER);
  await planMailing(site, LATER);
  await planMailing(site, LATER);
  const { updates } = site.db.tables;
  const { plannedUpTo } = await getUpdate(site, publicId);
  expect(plannedUpTo).not.toBe("");
  // As if it had begun before each part wrote down how many were planned.
  await site.db.transaction("forget", (tx) =>
    tx.update(updates).set({ recipientCount: 0 }).where(eq(updates.id, id)),
  );
  await planMailing(site, LATER);
  expect(await getUpdate(site, publicId)).toMatchObject({ mailing: "sending", recipientCount: 3 });
  await site.db.transaction("go back", (tx) =>
    tx.update(updates).set({ mailing: "planning" }).where(eq(updates.id, id)),
  );
  // As if what was planned had not been remembered.
  await site.db.transaction("forget", (tx) =>
    tx.update(updates).set({ plannedUpTo: "" }).where(eq(updates.id, id)),
  );
  while ((await planMailing(site, LATER)) > 0);
  expect(await receiptsOf(site)).toHaveLength(3);
  expect(await getUpdate(site, publicId)).toMatchObject({ mailing: "sending", recipientCount: 3 });
});

test("over Resend a hundred travel in one request, each stoppable in one click", async () => {
  const { site, petition, signed } = await scene(3);
  const { server, transport } = await resend();
  await publishedUpdate(site, petition, {}, LATER);
  await mailAll(site.context(LATER, { transport }));
  expect(server.bodies).toHaveLength(1);
  expect(server.mails).toHaveLength(3);
  for (const mail of server.mails) {
    const reader = signed.find(({ form }) => mail.to.includes(form.email));
    const token = site.keyring.token("unsubscribe", reader?.id ?? "", 1);
    expect(mail.headers).toMatchObject({
      "List-Unsubscribe": `<${site.settings.appUrl}/unsubscribe/${token}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    expect(mail.tags?.map(({ name }) => name)).toEqual(["update"]);
  }
});

test("over SMTP a lost answer makes it uncertain, and it never goes again", async () => {
  const { site, petition } = await scene(2);
  const { server, transport } = await smtp();
  server.misbehave({ kind: "lose-answer" });
  const { publicId } = await publishedUpdate(site, petition, {}, LATER);
  await mailAll(site.context(LATER, { transport }));
  await mailAll(site.context(LATER + 8 * DAY, { transport }));
  expect((await statesOf(site)).toSorted()).toEqual(["sent", "uncertain"]);
  expect(new Set(server.mails.map(({ to: [to] }) => to)).size).toBe(2);
  expect(server.mails).toHaveLength(2);
  expect(await getUpdate(site, publicId)).toMatchObject({ mailing: "done" });
});

test("a mail server that knows no such mailbox ends the news to that address, another refusal does not", async () => {
  const { site, petition, signed } = await scene(1);
  const { server, transport } = await smtp();
  server.misbehave({ kind: "refuse-message", code: 554 });
  await publishedUpdate(site, petition, {}, LATER);
  await mailAll(site.context(LATER, { transport }));
  expect(await statesOf(site)).toEqual(["failed"]);
  expect(await wantsNews(site, signed)).toEqual([true]);
  server.misbehave({ kind: "refuse-recipient", code: 550 });
  await publishedUpdate(site, petition, {}, LATER + 4 * DAY);
  await mailAll(site.context(LATER + 4 * DAY, { transport }));
  expect(await statesOf(site)).toEqual(["failed", "bounced"]);
  expect(await wantsNews(site, signed)).toEqual([false]);
});

test("a request without an answer does not go again once one of its readers has stopped the news", async () => {
  const { site, petition, signed } = await scene(3);
  const { server, transport } = await resend();
  server.misbehave({ kind: "lose-answer" });
  await publishedUpdate(site, petition, {}, LATER);
  await mailAll(site.context(LATER, { transport }));
  const [first] = signed;
  await stopUpdates(site, site.keyring.token("unsubscribe", first?.id ?? "", 1));
  await mailAll(site.context(LATER + HOUR, { transport }));
  expect(await statesOf(site)).toEqual(["uncertain", "uncertain", "uncertain"]);
  expect(server.bodies).toHaveLength(1);
});

test("mail that the provider refuses for now goes later, once", async () => {
  const { site, petition } = await scene(2);
  const { server, transport } = await resend();
  server.misbehave({ kind: "status", status: 429, name: "rate_limit_exceeded" });
  await publishedUpdate(site, petition, {}, LATER);
  await dispatchUpdates(site.context(LATER, { transport }));
  expect(await statesOf(site)).toEqual(["planned", "planned"]);
  await mailAll(site.context(LATER + 10 * MINUTE, { transport }));
  expect(await statesOf(site)).toEqual(["sent", "sent"]);
  expect(server.mails).toHaveLength(2);
});

async function wantsNews(site: TestSite, signed: readonly Signed[]): Promise<(boolean | undefined)[]> {
  const { signatures } = site.db.tables;
  const rows = await site.db.read.select({ id: signatures.id, updates: signatures.updates }).from(signatures);
  return signed.map(({ id }) => rows.find((row) => row.id === id)?.updates);
}
