import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import { HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { addDays } from "#app/domain/time/london.ts";
import { smtpTransport } from "#app/emails/transport-smtp.server.ts";
import { dispatchDeliveries } from "#app/jobs/dispatch-deliveries.server.ts";
import { recoverDeliveries } from "#app/jobs/recover-batches.server.ts";
import type { WorkerContext } from "#app/jobs/worker-context.ts";
import {
  ARBORETUM,
  batchesOf,
  councillor,
  deliveriesOf,
  dispatchAll,
  forwardingSite,
  itemsOf,
  petitionWith,
  publish,
  rehearsing,
  TUESDAY,
  tenOn,
  WORCESTER,
} from "../domain/forwarding/scene.ts";
import { startSmtpServer, type TestSmtpServer } from "../servers/smtp.ts";
import { type TestSite, testSettings } from "../site.ts";

const TEN = tenOn(TUESDAY);

async function smtp(): Promise<{ server: TestSmtpServer; transport: ReturnType<typeof smtpTransport> }> {
  const server = await startSmtpServer();
  const transport = smtpTransport({ url: server.url, timeoutMs: 2000 });
  onTestFinished(async () => {
    transport.close();
    await server.stop();
  });
  return { server, transport };
}

/** A site with one message planned for Tuesday, to the councillor of Arboretum. */
async function planned(site: TestSite) {
  const who = await councillor(site, { email: "pat@councillors.example" });
  const petition = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  await planDeliveries(site, { forwarding: "rehearsal", slotOn: TUESDAY }, TEN);
  return { who, petition };
}

async function statesOf(site: TestSite): Promise<string[]> {
  return (await deliveriesOf(site)).map((delivery) => delivery.state);
}

test("in rehearsal every message goes to an address that leads nowhere, whoever it is for", async () => {
  const site = await forwardingSite();
  const { server, transport } = await smtp();
  await councillor(site, { email: "pat@councillors.example" });
  await councillor(site, { email: "chris@council.example", isInvented: false });
  await petitionWith(site, [
    ["ward", ARBORETUM, 38],
    ["constituency", WORCESTER, 214],
  ]);
  await planDeliveries(site, { forwarding: "rehearsal", slotOn: TUESDAY }, TEN);
  await dispatchAll(rehearsing(site, TEN, { transport }));
  expect(server.mails).toHaveLength(3);
  for (const { to, raw } of server.mails) {
    expect(to).toHaveLength(1);
    expect(to[0]).toMatch(/^rep-\S+@rehearsal\.invalid$/);
    expect(raw).not.toMatch(/@(?:parliament\.uk|councillors\.example|council\.example)/);
  }
  expect(await statesOf(site)).toEqual(["sent", "sent", "sent"]);
});

test("a message says how many constituents have signed, in which wards, and keeps nothing that was sent", async () => {
  const site = await forwardingSite();
  const { server, transport } = await smtp();
  const petition = await petitionWith(site, [
    ["constituency", WORCESTER, 214],
    ["ward", ARBORETUM, 38],
    ["ward", "E05015850", 20],
  ]);
  await planDeliveries(site, { forwarding: "rehearsal", slotOn: TUESDAY }, TEN);
  await dispatchAll(rehearsing(site, TEN, { transport }));
  const [mail] = server.mails;
  expect(mail?.email.subject).toContain("214 of your constituents in Worcester");
  const text = mail?.email.text ?? "";
  expect(text).toContain("To the Member of Parliament for Worcester");
  expect(text).toMatch(/^Arboretum +38$/m);
  expect(text).toMatch(/^Elsewhere in Worcester +156$/m);
  expect(text).toContain("members.parliament.uk");
  expect(text).toContain(`/petitions/${petition.slug}`);
  const [delivery] = await deliveriesOf(site);
  expect(delivery).toMatchObject({ state: "sent", attemptCount: 1, leasedUntil: null });
  expect(delivery?.providerId).not.toBe("");
});

test("the row is sending, and its request stored, before a byte leaves", async () => {
  const site = await forwardingSite();
  const { transport } = await smtp();
  await planned(site);
  const seen: string[] = [];
  const watched: WorkerContext["transport"] = {
    ...transport,
    async send(serialized, urgency) {
      const [delivery] = await deliveriesOf(site);
      const [batch] = await batchesOf(site);
      seen.push(delivery?.state ?? "", batch?.state ?? "", batch?.request ? "stored" : "missing");
      expect(batch?.members).toBe(JSON.stringify([delivery?.id]));
      expect(batch?.request).not.toContain("rehearsal.invalid");
      return transport.send(serialized, urgency);
    },
  };
  await dispatchAll(rehearsing(site, TEN, { transport: watched }));
  expect(seen).toEqual(["sending", "sending", "stored"]);
  expect(await batchesOf(site)).toMatchObject([{ state: "settled", request: "" }]);
});

test("an answer that is lost leaves the message uncertain for good; it is never sent again", async () => {
  const site = await forwardingSite();
  const { server, transport } = await smtp();
  await planned(site);
  server.misbehave({ kind: "lose-answer" });
  await dispatchAll(rehearsing(site, TEN, { transport }));
  await dispatchAll(rehearsing(site, TEN + 24 * HOUR, { transport }));
  expect(await statesOf(site)).toEqual(["uncertain"]);
  const next = addDays(TUESDAY, 7);
  await planDeliveries(site, { forwarding: "rehearsal", slotOn: next }, tenOn(next));
  await dispatchAll(rehearsing(site, tenOn(next), { transport }));
  expect(server.mails).toHaveLength(1);
});

test("an answer that the database is too busy to take at once is written down all the same", async () => {
  const site = await forwardingSite();
  const { server, transport } = await smtp();
  await planned(site);
  const { db } = site;
  let refused = 0;
  const busy: typeof db = Object.assign(Object.create(db), {
    transaction: ((name, work) => {
      if (name !== "settle batch" || refused > 1) return db.transaction(name, work);
      refused += 1;
      return Promise.reject(new Error("busy"));
    }) satisfies (typeof db)["transaction"],
  });
  await dispatchDeliveries({ ...rehearsing(site, TEN, { transport }), db: busy });
  expect(refused).toBe(2);
  expect(await statesOf(site)).toEqual(["sent"]);
  expect(server.mails).toHaveLength(1);
});

test("a message that was surely refused goes again later, and once", async () => {
  const site = await forwardingSite();
  const { server, transport } = await smtp();
  await planned(site);
  server.misbehave({ kind: "refuse-recipient", code: 451 });
  await dispatchAll(rehearsing(site, TEN, { transport }));
  expect(await deliveriesOf(site)).toMatchObject([{ state: "planned", attemptCount: 1 }]);
  expect(await dispatchDeliveries(rehearsing(site, TEN, { transport }))).toBe(0);
  await dispatchAll(rehearsing(site, TEN + HOUR, { transport }));
  expect(await statesOf(site)).toEqual(["sent"]);
  expect(server.mails).toHaveLength(1);
});

test("a message refused for good has failed, with the reason and without the address", async () => {
  const site = await forwardingSite();
  const { server, transport } = await smtp();
  await planned(site);
  server.misbehave({ kind: "refuse-recipient", code: 550 });
  await dispatchAll(rehearsing(site, TEN, { transport }));
  const [delivery] = await deliveriesOf(site);
  expect(delivery).toMatchObject({ state: "failed" });
  expect(delivery?.reason).toMatch(/550/);
  expect(delivery?.reason).not.toContain("@");
});

test("what a killed process was sending over SMTP is uncertain after the start, and stays with us", async () => {
  const site = await forwardingSite();
  const { server, transport } = await smtp();
  await planned(site);
  const killed = { ...transport, send: () => Promise.reject(new Error("killed")) };
  await expect(dispatchDeliveries(rehearsing(site, TEN, { transport: killed }))).rejects.toThrow("killed");
  expect(await statesOf(site)).toEqual(["sending"]);
  // On PostgreSQL another process may be at it until its lease is over.
  const later = rehearsing(site, TEN + 10 * MINUTE, { transport });
  await recoverDeliveries(later);
  await dispatchAll(later);
  expect(await statesOf(site)).toEqual(["uncertain"]);
  expect(server.mails).toHaveLength(0);
});

test("two workers at once send each message once", async () => {
  const site = await forwardingSite();
  const { server, transport } = await smtp();
  for (let index = 0; index < 12; index += 1) await councillor(site, { gssCode: `E05015${849 + index}` });
  await petitionWith(
    site,
    Array.from({ length: 12 }, (_, index) => ["ward", `E05015${849 + index}`, 30] as const).map(
      ([level, code, count]) => [level, code, count],
    ),
  );
  await planDeliveries(site, { forwarding: "rehearsal", slotOn: TUESDAY }, TEN);
  await Promise.all([1, 2, 3].map(() => dispatchAll(rehearsing(site, TEN, { transport }))));
  expect(server.mails).toHaveLength(12);
  expect(new Set(server.mails.map((mail) => mail.to[0])).size).toBe(12);
});

test("over SMTP a few messages are under way at once, and no more than there are connections", async () => {
  const site = await forwardingSite();
  const { server, transport } = await smtp();
  for (let seat = 0; seat < 9; seat += 1) await councillor(site, {});
  await petitionWith(site, [["ward", ARBORETUM, 38]]);
  await planDeliveries(site, { forwarding: "rehearsal", slotOn: TUESDAY }, TEN);
  server.misbehave({ kind: "slow", ms: 50 }, 9);
  let underWay = 0;
  let most = 0;
  const watched: WorkerContext["transport"] = {
    ...transport,
    async send(request, urgency) {
      underWay += 1;
      most = Math.max(most, underWay);
      const outcome = await transport.send(request, urgency);
      underWay -= 1;
      return outcome;
    },
  };
  await dispatchAll(rehearsing(site, TEN, { transport: watched }));
  expect(most).toBe(transport.requestsAtOnce);
  expect(most).toBeGreaterThan(1);
  expect(server.mails).toHaveLength(9);
});

test("a campaign hidden between plan and dispatch drops out, and with the last one the message", async () => {
  const site = await forwardingSite();
  const { server, transport } = await smtp();
  const { petition } = await planned(site);
  await site.db.transaction("hide", async (tx) => {
    const { campaigns } = tx.tables;
    await tx.update(campaigns).set({ state: "hidden" }).where(eq(campaigns.id, petition.id));
  });
  await dispatchAll(rehearsing(site, TEN, { transport }));
  expect(await deliveriesOf(site)).toMatchObject([{ state: "skipped", reason: "nothing_to_tell" }]);
  expect(await itemsOf(site, petition.id)).toEqual([]);
  expect(server.mails).toEqual([]);
});

test("the numbers of a message are those published when it leaves", async () => {
  const site = await forwardingSite();
  const { server, transport } = await smtp();
  const { petition } = await planned(site);
  await publish(site, petition.id, [["ward", ARBORETUM, 41]]);
  await dispatchAll(rehearsing(site, TEN, { transport }));
  expect(server.mails[0]?.email.subject).toContain("41 of your constituents");
  expect((await itemsOf(site, petition.id)).map((item) => item.tally)).toEqual([41]);
});

test("a message is not sent to somebody who has asked us to stop, nor a week late", async () => {
  const site = await forwardingSite();
  const { server, transport } = await smtp();
  const { who } = await planned(site);
  await councillor(site, { email: "late@councillors.example", gssCode: "E05015850" });
  await site.db.transaction("opt out", async (tx) => {
    const { terms } = tx.tables;
    await tx.update(terms).set({ addressState: "opted_out" }).where(eq(terms.id, who.termId));
  });
  await dispatchAll(rehearsing(site, TEN, { transport }));
  expect(await deliveriesOf(site)).toMatchObject([{ state: "skipped", reason: "address_withdrawn" }]);

  await petitionWith(site, [["ward", "E05015850", 38]]);
  await planDeliveries(site, { forwarding: "rehearsal", slotOn: TUESDAY }, TEN);
  await dispatchAll(rehearsing(site, tenOn(addDays(TUESDAY, 7)), { transport }));
  expect((await deliveriesOf(site)).map((delivery) => delivery.reason)).toContain("too_late");
  expect(server.mails).toEqual([]);
});

test("the mailbox holds each message once, also when two workers race", async () => {
  const site = await forwardingSite();
  await planned(site);
  await Promise.all([1, 2].map(() => dispatchAll(rehearsing(site, TEN))));
  const { mailbox } = site.db.tables;
  expect(await site.db.read.select().from(mailbox)).toHaveLength(1);
  expect(await statesOf(site)).toEqual(["sent"]);
});

test("with forwarding switched off nothing that was planned leaves", async () => {
  const site = await forwardingSite();
  const { server, transport } = await smtp();
  await planned(site);
  const off = site.context(TEN, { transport, settings: testSettings({ FORWARDING: "off" }) });
  expect(await dispatchDeliveries(off)).toBe(0);
  expect(await statesOf(site)).toEqual(["planned"]);
  expect(server.attempts()).toBe(0);
});

test("what was planned in rehearsal never leaves for real", async () => {
  const site = await forwardingSite();
  const { server, transport } = await smtp();
  await planned(site);
  const live = testSettings({ FORWARDING: "live", DEMO: "0" });
  await dispatchAll(site.context(TEN, { transport, settings: live }));
  expect(server.attempts()).toBe(0);
  expect(await statesOf(site)).toEqual(["planned"]);
});
