import { eq } from "drizzle-orm";
import fc from "fast-check";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { type Fate, isLostInRehearsal, settleFate } from "#app/domain/forwarding/settle-fate.server.ts";
import { listAudit } from "#app/domain/moderation/list-audit.server.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { addressStateOf, deliveryTo, rowOf } from "./delivery-row.ts";
import { councillor } from "./scene.ts";

function settle(site: TestSite, deliveryId: string, fate: Partial<Fate> & Pick<Fate, "kind">) {
  const whole: Fate = { deliveryId, at: NOW, isPermanent: false, reason: "", ...fate };
  return site.db.transaction("settle", (tx) => settleFate(tx, whole, NOW));
}

const pausesIn = (site: TestSite) => site.db.read.select().from(site.db.tables.pauses);

test("a report settles a message and forgets the request that it came from", async () => {
  const site = await testSite();
  const { id, termId } = await deliveryTo(site);
  expect(await settle(site, id, { kind: "delivered", providerId: "p-1" })).toBe("settled");
  expect(await rowOf(site, id)).toMatchObject({
    ...{ state: "delivered", leasedUntil: null },
    ...{ providerId: "p-1", settledAt: NOW },
  });
  expect(await settle(site, id, { kind: "delivered" })).toBe("unchanged");
  expect(await addressStateOf(site, termId)).toBe("good");
});

test("a report about nothing that we know changes nothing", async () => {
  const site = await testSite();
  expect(await settle(site, v7(), { kind: "delivered" })).toBe("unknown");
});

test("whatever the order of reports, and however often they come, the furthest stands and follows once", async () => {
  const site = await testSite();
  const kinds = fc.subarray(["sent", "delivered", "bounced", "complained"] as const, { minLength: 1 });
  const orders = kinds.chain((some) =>
    fc.shuffledSubarray([...some, ...some], { minLength: 2 * some.length }),
  );
  const start = fc.constantFrom("sending", "sent", "uncertain");
  await fc.assert(
    fc.asyncProperty(orders, start, async (order, state) => {
      const before = (await pausesIn(site)).length;
      const { id, termId } = await deliveryTo(site, { state });
      for (const kind of order) await settle(site, id, { kind, isPermanent: kind === "bounced" });
      const rank = ["sent", "delivered", "bounced", "complained"] as const;
      const furthest = rank.findLast((kind) => order.includes(kind));
      expect((await rowOf(site, id))?.state).toBe(furthest);
      const expected = furthest === "complained" ? "opted_out" : furthest === "bounced" ? "bounced" : "good";
      expect(await addressStateOf(site, termId)).toBe(expected);
      expect((await pausesIn(site)).length - before).toBe(furthest === "complained" ? 1 : 0);
    }),
    { numRuns: 25 },
  );
});

test.each(["planned", "skipped", "superseded"] as const)(
  "a message that is %s never left, so no report moves it",
  async (state) => {
    const site = await testSite();
    const { id, termId } = await deliveryTo(site, { state });
    expect(await settle(site, id, { kind: "bounced", isPermanent: true })).toBe("unchanged");
    expect((await rowOf(site, id))?.state).toBe(state);
    expect(await addressStateOf(site, termId)).toBe("good");
  },
);

test("a bounce for good ends every seat with the address, and the log of changes says so", async () => {
  const site = await testSite();
  const email = "shared@councillors.example";
  const other = await councillor(site, { email, isInvented: false });
  const { addressHash } = await deliveryTo(site);
  const delivery = await deliveryTo(site, { addressHash: site.keyring.hash("address", email) });
  await settle(site, delivery.id, { kind: "bounced", isPermanent: true, reason: "5.1.1" });
  expect(await rowOf(site, delivery.id)).toMatchObject({ state: "bounced", reason: "permanent 5.1.1" });
  expect(await addressStateOf(site, other.termId)).toBe("bounced");
  expect(addressHash).not.toBe(delivery.addressHash);
  expect(await addressStateOf(site, delivery.termId)).toBe("good");
  const { lines } = await listAudit(site.db.read, site.keyring, undefined);
  expect(lines).toMatchObject([{ action: "address_bounced", by: "" }]);
});

test("a bounce that may pass leaves the address; one for good after it does not", async () => {
  const site = await testSite();
  const { id, termId } = await deliveryTo(site);
  await settle(site, id, { kind: "bounced", isPermanent: false, reason: "5.2.2" });
  expect(await addressStateOf(site, termId)).toBe("good");
  expect(await settle(site, id, { kind: "bounced", isPermanent: true, reason: "5.1.1" })).toBe("settled");
  expect(await addressStateOf(site, termId)).toBe("bounced");
  expect(await settle(site, id, { kind: "bounced", isPermanent: false, reason: "4.4.1" })).toBe("unchanged");
  expect((await rowOf(site, id))?.reason).toBe("permanent 5.1.1");
});

test("a bounce does not undo an objection", async () => {
  const site = await testSite();
  const { id, termId } = await deliveryTo(site);
  const { terms } = site.db.tables;
  await site.db.transaction("object", (tx) =>
    tx.update(terms).set({ addressState: "opted_out" }).where(eq(terms.id, termId)),
  );
  await settle(site, id, { kind: "bounced", isPermanent: true });
  expect(await addressStateOf(site, termId)).toBe("opted_out");
});

test("after a complaint nobody writes to the address, whatever the campaign", async () => {
  const site = await testSite();
  const { id, termId, addressHash } = await deliveryTo(site, { state: "delivered" });
  await settle(site, id, { kind: "complained" });
  expect(await addressStateOf(site, termId)).toBe("opted_out");
  expect(await pausesIn(site)).toMatchObject([
    { addressHash, campaignId: "", reason: "complaint", termId, endedAt: null },
  ]);
});

test("a rehearsal says nothing about the address of anybody real, and still loses it for itself", async () => {
  const site = await testSite();
  const real = await deliveryTo(site, { mode: "rehearsal" });
  const complained = await deliveryTo(site, { mode: "rehearsal" });
  const invented = await deliveryTo(site, { mode: "rehearsal", isInvented: true });
  const passing = await deliveryTo(site, { mode: "rehearsal" });
  for (const { id } of [real, invented]) await settle(site, id, { kind: "bounced", isPermanent: true });
  await settle(site, passing.id, { kind: "bounced" });
  await settle(site, complained.id, { kind: "complained" });
  expect(await addressStateOf(site, real.termId)).toBe("good");
  expect(await addressStateOf(site, complained.termId)).toBe("good");
  expect(await addressStateOf(site, invented.termId)).toBe("bounced");
  expect(await pausesIn(site)).toMatchObject([{ addressHash: complained.addressHash, mode: "rehearsal" }]);
  const { terms } = site.db.tables;
  const rows = await site.db.read.select().from(terms).where(isLostInRehearsal(site.db.read));
  const lost = rows.map((row) => row.addressHash);
  expect(lost.sort()).toEqual([real, complained, invented].map((one) => one.addressHash).sort());
});
