import { expect, test } from "vitest";
import { takeInEvent } from "#app/domain/forwarding/take-in-event.server.ts";
import { HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { type ReceiptFate, settleReceipt } from "#app/domain/update/settle-receipt.server.ts";
import { confirmedSignature, NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { mailAll, publishedUpdate, receiptsOf } from "./scene.ts";

const LATER = NOW + HOUR;
const bounced: ReceiptFate = { kind: "bounced", isPermanent: true, reason: "General" };

/** Somebody has signed two petitions with one address, and got the news of the first. */
async function scene() {
  const site = await testSite();
  const [petition, other] = [await openPetition(site), await openPetition(site)];
  const person = { name: "Juniper Wainfleet", email: "juniper@example.org", updates: true };
  await confirmedSignature(site, petition, person);
  await confirmedSignature(site, other, { ...person, email: "Juniper@Example.org" });
  await confirmedSignature(site, petition, { updates: true });
  await publishedUpdate(site, petition, {}, LATER);
  await mailAll(site.context(LATER));
  const receipts = await receiptsOf(site);
  const { signatures } = site.db.tables;
  const signed = await site.db.read.select().from(signatures);
  const own = signed.filter(({ addressHash }) => addressHash === signed[0]?.addressHash);
  const receipt = receipts.find(({ signatureId }) => own.some(({ id }) => id === signatureId));
  if (own.length !== 2 || !receipt) throw new Error("the scene is not as it should be");
  return { site, receiptId: receipt.id, other };
}

async function readersLeft(site: TestSite): Promise<number> {
  const { signatures } = site.db.tables;
  const rows = await site.db.read.select({ updates: signatures.updates }).from(signatures);
  return rows.filter(({ updates }) => updates).length;
}

const report = (site: TestSite, id: string, fate: ReceiptFate) =>
  site.db.transaction("report", (tx) => settleReceipt(tx, id, fate, LATER + MINUTE));

async function stateOf(site: TestSite, id: string): Promise<string | undefined> {
  return (await receiptsOf(site)).find((receipt) => receipt.id === id)?.state;
}

test("a bounce for good ends the news of every campaign to that address, and nobody else's", async () => {
  const { site, receiptId, other } = await scene();
  expect(await report(site, receiptId, bounced)).toBe("settled");
  expect(await stateOf(site, receiptId)).toBe("bounced");
  expect(await readersLeft(site)).toBe(1);
  await publishedUpdate(site, other, {}, LATER);
  await mailAll(site.context(LATER));
  expect(await receiptsOf(site)).toHaveLength(2);
});

test("a bounce that may pass ends nothing; one for good after it does", async () => {
  const { site, receiptId } = await scene();
  await report(site, receiptId, { ...bounced, isPermanent: false });
  expect(await readersLeft(site)).toBe(3);
  expect(await report(site, receiptId, bounced)).toBe("unchanged");
  expect(await readersLeft(site)).toBe(1);
});

test("a complaint ends the news and stands over whatever else is reported, in any order", async () => {
  const { site, receiptId } = await scene();
  const complaint: ReceiptFate = { kind: "complained", isPermanent: false, reason: "" };
  await report(site, receiptId, complaint);
  expect(await readersLeft(site)).toBe(1);
  for (const kind of ["delivered", "sent", "failed", "bounced"] as const)
    expect(await report(site, receiptId, { ...bounced, kind })).toBe("unchanged");
  expect(await stateOf(site, receiptId)).toBe("complained");
});

test("an event of the provider finds the mail by its tag or by the provider's own name, once", async () => {
  const { site, receiptId } = await scene();
  const event = {
    ...{ id: "event-1", kind: "email.bounced", happenedAt: LATER, deliveryId: "", mailId: "" },
    ...{ receiptId, providerId: "", fate: bounced, isIncoming: false },
  };
  expect(await takeInEvent({ db: site.db, wake() {} }, event, LATER)).toBe("taken");
  expect(await takeInEvent({ db: site.db, wake() {} }, event, LATER)).toBe("repeated");
  expect(await stateOf(site, receiptId)).toBe("bounced");
  const unknown = { ...event, id: "event-2", receiptId: "nobody's" };
  expect(await takeInEvent({ db: site.db, wake() {} }, unknown, LATER)).toBe("unknown");
});
