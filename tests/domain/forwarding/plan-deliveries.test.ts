import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import type { Site } from "#app/domain/site.ts";
import { addDays, londonDay } from "#app/domain/time/london.ts";
import { testSite } from "../../site.ts";
import {
  ARBORETUM,
  councillor,
  deliveriesOf,
  forwardingSite,
  itemsOf,
  petitionWith,
  publish,
  runSlot,
  TUESDAY,
  tenOn,
  WORCESTER,
} from "./scene.ts";

const REHEARSAL = { forwarding: "rehearsal", slotOn: TUESDAY } as const;

async function setCampaign(site: Site, id: string, state: "open" | "paused" | "closed" | "hidden") {
  await site.db.transaction("set state", async (tx) => {
    const { campaigns } = tx.tables;
    await tx.update(campaigns).set({ state }).where(eq(campaigns.id, id));
  });
}

test("the member and the councillor of a place are planned once, from what is published", async () => {
  const site = await forwardingSite();
  await councillor(site, {});
  const petition = await petitionWith(site, [
    ["constituency", WORCESTER, 214],
    ["ward", ARBORETUM, 38],
    ["ward", "E05015850", 20],
  ]);
  const outcome = await planDeliveries(site, REHEARSAL, tenOn(TUESDAY));
  expect(outcome).toEqual({ outcome: "planned", deliveryCount: 2 });
  expect(await planDeliveries(site, REHEARSAL, tenOn(TUESDAY))).toEqual({
    outcome: "planned",
    deliveryCount: 0,
  });
  const items = await itemsOf(site, petition.id);
  expect(items.map(({ gssCode, tally, step, state }) => [gssCode, tally, step, state]).sort()).toEqual([
    [ARBORETUM, 38, 25, "planned"],
    [WORCESTER, 214, 100, "planned"],
  ]);
});

test("two planners at once plan each message once, with all that is in it", async () => {
  const site = await forwardingSite();
  const rows = Array.from({ length: 16 }, (_, index) => `E05015${849 + index}`);
  for (const gssCode of rows) await councillor(site, { gssCode });
  const petition = await petitionWith(
    site,
    rows.map((code) => ["ward", code, 50]),
  );
  const second = await petitionWith(
    site,
    rows.map((code) => ["ward", code, 7]),
  );
  const outcomes = await Promise.all(
    Array.from({ length: 4 }, () => planDeliveries(site, REHEARSAL, tenOn(TUESDAY))),
  );
  const counts = outcomes.map((one) => (one.outcome === "planned" ? one.deliveryCount : 0));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(16);
  expect(await deliveriesOf(site)).toHaveLength(16);
  expect(await itemsOf(site, petition.id)).toHaveLength(16);
  expect(await itemsOf(site, second.id)).toHaveLength(16);
});

test("switched off, nothing is planned", async () => {
  const site = await forwardingSite();
  await petitionWith(site, [["constituency", WORCESTER, 214]]);
  expect(await planDeliveries(site, { forwarding: "off", slotOn: TUESDAY }, tenOn(TUESDAY))).toEqual({
    outcome: "off",
  });
  expect(await deliveriesOf(site)).toEqual([]);
});

test("a slot that began before the site was there is left out; the next one is planned", async () => {
  const site = await testSite();
  await petitionWith(site, [["constituency", WORCESTER, 214]]);
  const wednesday = tenOn(addDays(TUESDAY, 1));
  expect(await planDeliveries(site, REHEARSAL, wednesday)).toEqual({ outcome: "past" });
  const next = addDays(TUESDAY, 7);
  expect(
    await planDeliveries(site, { forwarding: "rehearsal", slotOn: next }, tenOn(addDays(next, 2))),
  ).toEqual({ outcome: "planned", deliveryCount: 1 });
});

test("nobody is planned for whose term, address or count does not allow it", async () => {
  const site = await forwardingSite();
  await councillor(site, { endsOn: "2026-11-30", name: "Gone" });
  await councillor(site, { startsOn: "2026-12-02", name: "Not yet" });
  await councillor(site, { email: "", name: "No address" });
  await councillor(site, { addressState: "bounced", name: "Bounced" });
  await councillor(site, { addressState: "opted_out", name: "Asked us to stop" });
  await councillor(site, { email: "shared@councillors.example", addressState: "opted_out" });
  await councillor(site, {
    email: "shared@councillors.example",
    name: "Shares with one who asked us to stop",
  });
  await councillor(site, { gssCode: "E05015850", name: "Too few" });
  const petition = await petitionWith(site, [
    ["ward", ARBORETUM, 38],
    ["ward", "E05015850", 4],
  ]);
  await planDeliveries(site, REHEARSAL, tenOn(TUESDAY));
  expect(await itemsOf(site, petition.id)).toEqual([]);
});

test("live, nobody invented is written to and nobody hears of a campaign of the demonstration", async () => {
  const site = await forwardingSite();
  await councillor(site, {});
  const real = await councillor(site, { isInvented: false, name: "Real in this test" });
  const petition = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  const invented = await petitionWith(site, [["ward", ARBORETUM, 50]], { isDemonstration: true });
  await planDeliveries(site, { forwarding: "live", slotOn: TUESDAY }, tenOn(TUESDAY));
  expect((await itemsOf(site, petition.id)).map((item) => item.representativeId)).toEqual([
    real.representativeId,
  ]);
  expect(await itemsOf(site, invented.id)).toEqual([]);
});

test("what was only rehearsed is told again when it is for real", async () => {
  const site = await forwardingSite();
  await councillor(site, { isInvented: false });
  const petition = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  await runSlot(site, TUESDAY);
  const next = addDays(TUESDAY, 7);
  await planDeliveries(site, { forwarding: "live", slotOn: next }, tenOn(next));
  expect(
    (await itemsOf(site, petition.id)).map(({ slotOn, previousTally }) => [slotOn, previousTally]),
  ).toEqual([
    [TUESDAY, null],
    [next, null],
  ]);
});

test("a plan that has not left by the next slot gives way to the newer one", async () => {
  const site = await forwardingSite();
  await councillor(site, {});
  const petition = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  await planDeliveries(site, REHEARSAL, tenOn(TUESDAY));
  await publish(site, petition.id, [["ward", ARBORETUM, 60]]);
  const next = addDays(TUESDAY, 7);
  await runSlot(site, next);
  const items = await itemsOf(site, petition.id);
  expect(
    items.map(({ slotOn, tally, previousTally, state }) => [slotOn, tally, previousTally, state]),
  ).toEqual([
    [TUESDAY, 38, null, "superseded"],
    [next, 60, null, "sent"],
  ]);
});

test("a slot worked off late counts from the day on which its message really left", async () => {
  const site = await forwardingSite();
  await councillor(site, {});
  const petition = await petitionWith(site, [["ward", ARBORETUM, 10]]);
  await runSlot(site, TUESDAY, tenOn(addDays(TUESDAY, 1)));
  await publish(site, petition.id, [["ward", ARBORETUM, 30]]);
  await runSlot(site, addDays(TUESDAY, 7));
  expect(await itemsOf(site, petition.id)).toHaveLength(1);
  await runSlot(site, addDays(TUESDAY, 14));
  expect(await itemsOf(site, petition.id)).toHaveLength(2);
});

test("at closing everyone told before gets one last message, at the next slot", async () => {
  const site = await forwardingSite();
  await councillor(site, {});
  const told = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  const untold = await petitionWith(site, [["ward", ARBORETUM, 4]]);
  await runSlot(site, TUESDAY);
  await publish(site, told.id, [["ward", ARBORETUM, 40]]);
  await publish(site, untold.id, [["ward", ARBORETUM, 9]]);
  await setCampaign(site, told.id, "closed");
  await setCampaign(site, untold.id, "closed");
  for (const weeks of [1, 2, 3]) await runSlot(site, addDays(TUESDAY, 7 * weeks));
  const items = await itemsOf(site, told.id);
  expect(items.map(({ slotOn, tally, isClosing }) => [slotOn, tally, isClosing])).toEqual([
    [TUESDAY, 38, false],
    [addDays(TUESDAY, 7), 40, true],
  ]);
  expect(await itemsOf(site, untold.id)).toEqual([]);
});

test("over half a year and a clock change an address hears of each step once and never twice in a week", async () => {
  const site = await forwardingSite();
  await councillor(site, { email: "ward@councillors.example" });
  await councillor(site, { email: "ward@councillors.example", gssCode: "E05015850", name: "Second Seat" });
  const first = await petitionWith(site, []);
  const second = await petitionWith(site, []);
  for (let week = 0; week < 26; week += 1) {
    const slotOn = addDays(TUESDAY, 7 * week);
    await publish(site, first.id, [["ward", ARBORETUM, 4 + 3 * week]]);
    await publish(site, second.id, week < 6 ? [] : [["ward", "E05015850", 5 * (week - 5)]]);
    // Every fourth slot is worked off a day late.
    await runSlot(site, slotOn, tenOn(week % 4 === 3 ? addDays(slotOn, 1) : slotOn));
  }
  const sentOn = (await deliveriesOf(site))
    .filter((delivery) => delivery.state === "sent")
    .map((delivery) => londonDay(delivery.sendingAt ?? 0));
  for (const [index, day] of sentOn.slice(1).entries()) {
    expect(day >= addDays(sentOn[index] ?? "", 7)).toBe(true);
  }
  expect(sentOn.some((day) => day > "2027-03-28")).toBe(true);
  const steps = async (id: string) => (await itemsOf(site, id)).map((item) => item.step);
  expect(await steps(first.id)).toEqual([5, 10, 25, 50]);
  expect(await steps(second.id)).toEqual([5, 10, 25, 50, 100]);
});
