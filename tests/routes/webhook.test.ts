import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { startFront } from "#tests/http/front.ts";
import { addressStateOf, deliveryTo, rowOf } from "../domain/forwarding/delivery-row.ts";
import { type SignedEvent, signedEvent, WEBHOOK_SECRET } from "../servers/resend-signature.ts";
import { type TestSite, testSettings, testSite } from "../site.ts";
import { openPages } from "./site-pages.ts";

const DOMAIN = "replies.hearhear.example";

async function webhookOf(site: TestSite, changes: Record<string, string> = {}) {
  const settings = testSettings({ RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET, REPLY_DOMAIN: DOMAIN, ...changes });
  const { answer } = await openPages(site, { settings });
  const front = await startFront({ answer });
  return async ({ body, headers }: SignedEvent) =>
    (await front.ask("/webhooks/resend", { method: "POST", headers, body })).status;
}

function event(type: string, data: Record<string, unknown> = {}) {
  return {
    type,
    created_at: "2026-11-24T10:00:05.000Z",
    data: {
      ...{ created_at: "2026-11-24 10:00:00+00", email_id: v7(), from: "Hear Hear <mail@hearhear.example>" },
      ...{ to: ["pat@councillors.example"], subject: "38 of your constituents", ...data },
    },
  };
}

const eventsOf = (site: TestSite) => site.db.read.select().from(site.db.tables.mailEvents);

test("what Resend reports, signed, settles the message that its tag names", async () => {
  const site = await testSite();
  const post = await webhookOf(site);
  const { id } = await deliveryTo(site, { state: "uncertain" });
  const sent = event("email.delivered", { email_id: "p-1", tags: { delivery: id } });
  expect(await post(signedEvent(sent, { id: "msg_1" }))).toBe(200);
  expect(await rowOf(site, id)).toMatchObject({ state: "delivered", providerId: "p-1" });
  expect(await eventsOf(site)).toMatchObject([
    {
      ...{ id: "msg_1", rowId: id, kind: "email.delivered", receivedAt: NOW },
      happenedAt: Date.parse("2026-11-24T10:00:05Z"),
    },
  ]);
});

test("tags may come as a list, and without them the provider's own name is known", async () => {
  const site = await testSite();
  const post = await webhookOf(site);
  const [tagged, named] = [await deliveryTo(site), await deliveryTo(site, { providerId: "p-2" })];
  const tags = [{ name: "delivery", value: tagged.id }];
  expect(await post(signedEvent(event("email.delivered", { tags })))).toBe(200);
  expect(await post(signedEvent(event("email.delivered", { email_id: "p-2" })))).toBe(200);
  expect((await rowOf(site, tagged.id))?.state).toBe("delivered");
  expect((await rowOf(site, named.id))?.state).toBe("delivered");
});

test("a report that is forged, altered, old or not signed is refused and changes nothing", async () => {
  const site = await testSite();
  const post = await webhookOf(site);
  const { id } = await deliveryTo(site);
  const good = event("email.complained", { tags: { delivery: id } });
  const other = `whsec_${Buffer.from("somebody else's secret").toString("base64")}`;
  const signed = signedEvent(good);
  const { "svix-signature": _gone, ...unsigned } = signed.headers;
  const forged: SignedEvent[] = [
    signedEvent(good, { secret: other }),
    signedEvent(good, { at: Date.now() - 6 * 60_000 }),
    signedEvent(good, { at: Date.now() + 6 * 60_000 }),
    { ...signed, body: signed.body.replace("complained", "delivered") },
    { ...signed, headers: unsigned },
    { ...signed, headers: { ...signed.headers, "svix-id": "msg_other" } },
    { ...signed, headers: { ...signed.headers, "svix-id": "" } },
    { ...signed, body: "" },
  ];
  for (const one of forged) expect(await post(one)).toBe(400);
  expect((await rowOf(site, id))?.state).toBe("sent");
  expect(await eventsOf(site)).toEqual([]);
  expect(await post(signed)).toBe(200);
});

test("a report that comes again is taken in once, even at the same moment", async () => {
  const site = await testSite();
  const post = await webhookOf(site);
  const { id, termId } = await deliveryTo(site);
  const complaint = signedEvent(event("email.complained", { tags: { delivery: id } }));
  expect(await Promise.all([post(complaint), post(complaint), post(complaint)])).toEqual([200, 200, 200]);
  expect(await post(complaint)).toBe(200);
  expect(await eventsOf(site)).toHaveLength(1);
  expect(await site.db.read.select().from(site.db.tables.pauses)).toHaveLength(1);
  expect(await addressStateOf(site, termId)).toBe("opted_out");
});

test("a bounce that comes before the arrival, and an arrival before our own answer, both stand", async () => {
  const site = await testSite();
  const post = await webhookOf(site);
  const bounced = await deliveryTo(site);
  const early = await deliveryTo(site, { state: "sending" });
  const bounce = { message: "The address pat@councillors.example is not there", subType: "General" };
  const tags = { delivery: bounced.id };
  await post(signedEvent(event("email.bounced", { tags, bounce: { ...bounce, type: "Permanent" } })));
  await post(signedEvent(event("email.delivered", { tags })));
  await post(signedEvent(event("email.sent", { tags })));
  await post(signedEvent(event("email.delivered", { tags: { delivery: early.id } })));
  await post(signedEvent(event("email.sent", { tags: { delivery: early.id } })));
  expect(await rowOf(site, bounced.id)).toMatchObject({ state: "bounced", reason: "permanent General" });
  expect(await addressStateOf(site, bounced.termId)).toBe("bounced");
  expect((await rowOf(site, early.id))?.state).toBe("delivered");
});

test.each([
  ["email.bounced", { bounce: { type: "Transient", subType: "MailboxFull" } }, "bounced", "good"],
  ["email.bounced", { bounce: { type: "Undetermined", subType: "Undetermined" } }, "bounced", "good"],
  ["email.suppressed", { suppressed: { type: "OnAccountSuppressionList" } }, "bounced", "bounced"],
  ["email.failed", { failed: { reason: "reached_daily_quota" } }, "failed", "good"],
  ["email.delivery_delayed", {}, "sent", "good"],
  ["email.opened", {}, "sent", "good"],
] as const)("%s %j leaves the message %s and the address %s", async (type, data, state, addressState) => {
  const site = await testSite();
  const post = await webhookOf(site);
  const { id, termId } = await deliveryTo(site);
  expect(await post(signedEvent(event(type, { ...data, tags: { delivery: id } })))).toBe(200);
  expect((await rowOf(site, id))?.state).toBe(state);
  expect(await addressStateOf(site, termId)).toBe(addressState);
});

test("reports on messages that are not ours, or that mean nothing here, are taken politely", async () => {
  const site = await testSite();
  const post = await webhookOf(site);
  expect(await post(signedEvent(event("email.delivered", { tags: { delivery: v7() } })))).toBe(200);
  expect(await post(signedEvent({ type: "contact.created", data: { id: "c" } }))).toBe(200);
  expect(await post(signedEvent(["nothing that we know"]))).toBe(200);
  expect(await post(signedEvent(event("email.received", { to: ["someone@elsewhere.example"] })))).toBe(200);
  expect(await site.db.read.select().from(site.db.tables.jobs)).toEqual([]);
});

test("without a secret nothing is believed, and Resend is to try again", async () => {
  const site = await testSite();
  const post = await webhookOf(site, { RESEND_WEBHOOK_SECRET: "" });
  const { id } = await deliveryTo(site);
  expect(await post(signedEvent(event("email.delivered", { tags: { delivery: id } })))).toBe(503);
  expect((await rowOf(site, id))?.state).toBe("sent");
});

test("the address of the webhook shows nothing to who looks at it", async () => {
  const pages = await openPages(await testSite());
  expect((await pages.get("/webhooks/resend")).status).toBe(405);
});

test("mail that comes in at Resend is fetched once, by a job", async () => {
  const site = await testSite();
  const post = await webhookOf(site);
  const { replyToken } = await deliveryTo(site);
  const received = event("email.received", { email_id: "in-1", to: [`d-${replyToken}@${DOMAIN}`] });
  const signed = signedEvent(received);
  expect(await Promise.all([post(signed), post(signed)])).toEqual([200, 200]);
  expect(await post(signedEvent(received))).toBe(200);
  const { jobs } = site.db.tables;
  expect(await site.db.read.select().from(jobs)).toMatchObject([
    { id: "fetch-received:in-1", kind: "fetch-received", rowId: "in-1", state: "queued" },
  ]);
});

/** The outbox row of a signature's confirm mail, as it stands after it was sent. */
async function sentMail(site: TestSite, signatureId: string): Promise<string> {
  const { outbox } = site.db.tables;
  const [row] = await site.db.transaction("sent", async (tx) =>
    tx.update(outbox).set({ state: "sent" }).where(eq(outbox.rowId, signatureId)).returning(),
  );
  if (!row) throw new Error("no mail");
  return row.id;
}

async function signatureRow(site: TestSite, id: string) {
  const { signatures } = site.db.tables;
  const [row] = await site.db.read.select().from(signatures).where(eq(signatures.id, id));
  return row;
}

test("a confirm mail that cannot arrive is not followed by a reminder", async () => {
  const site = await testSite();
  const post = await webhookOf(site);
  const signed = await signPetition(site, await openPetition(site));
  const tags = { mail: await sentMail(site, signed.id) };
  expect((await signatureRow(site, signed.id))?.remindAt).not.toBeNull();
  await post(signedEvent(event("email.bounced", { tags, bounce: { type: "Transient" } })));
  expect((await signatureRow(site, signed.id))?.remindAt).not.toBeNull();
  await post(signedEvent(event("email.bounced", { tags, bounce: { type: "Permanent" } })));
  expect(await signatureRow(site, signed.id)).toMatchObject({ remindAt: null, state: "pending" });
  const [row] = await site.db.read.select().from(site.db.tables.outbox);
  expect(row).toMatchObject({ state: "failed", reason: "bounced" });
});

test("who marks our mail as unwanted hears no more news, and still counts", async () => {
  const site = await testSite();
  const post = await webhookOf(site);
  const [one, two] = [await openPetition(site), await openPetition(site)];
  const email = "cross@example.org";
  const first = await confirmedSignature(site, one, { email, updates: true });
  const second = await confirmedSignature(site, two, { email, updates: true });
  const other = await confirmedSignature(site, one, { updates: true });
  const tags = { mail: await sentMail(site, first.id) };
  await post(signedEvent(event("email.complained", { tags })));
  expect(await signatureRow(site, first.id)).toMatchObject({ updates: false, state: "confirmed" });
  expect(await signatureRow(site, second.id)).toMatchObject({ updates: false, state: "confirmed" });
  expect(await signatureRow(site, other.id)).toMatchObject({ updates: true });
});
