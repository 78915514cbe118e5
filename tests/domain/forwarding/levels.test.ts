import { and, asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { londonTime } from "#app/components/format.ts";
import { basisFor } from "#app/domain/forwarding/basis.ts";
import { listCounted } from "#app/domain/forwarding/seats.server.ts";
import { nextSlotOn, slotInstant } from "#app/domain/forwarding/slots.ts";
import { stepAfter, stepReached } from "#app/domain/forwarding/steps.ts";
import type { Site } from "#app/domain/site.ts";
import { addDays, londonDay } from "#app/domain/time/london.ts";
import {
  COUNTY,
  councillor,
  deliveriesOf,
  forwardingSite,
  itemsOf,
  office,
  petitionWith,
  publish,
  runSlot,
  TUESDAY,
} from "./scene.ts";

async function divisionsOf(site: Site): Promise<string[]> {
  const { areas } = site.db.tables;
  const rows = await site.db.read
    .select({ gssCode: areas.gssCode })
    .from(areas)
    .where(and(eq(areas.parentGss, COUNTY), eq(areas.level, "division")))
    .orderBy(asc(areas.gssCode));
  return rows.map(({ gssCode }) => gssCode);
}

test("a count is called a councillor's own only as far as the county's divisions are known", () => {
  expect(basisFor("constituency")).toBe("constituents");
  expect(basisFor("ward")).toBe("constituents");
  expect(basisFor("division", { count: 100, inDivisions: 100 })).toBe("constituents");
  expect(basisFor("division", { count: 100, inDivisions: 51 })).toBe("at_least");
  expect(basisFor("division", { count: 100, inDivisions: 50 })).toBe("across");
  expect(basisFor("division", { count: 100, inDivisions: 0 })).toBe("across");
  expect(basisFor("division")).toBe("across");
});

test("steps rise, a slow pace has every second of the usual ones, and the next step is always ahead", () => {
  const level = fc.constantFrom("ward", "division", "council", "constituency");
  fc.assert(
    fc.property(
      level,
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.integer({ min: 0, max: 1000 }),
      (at, tally, more) => {
        for (const pace of ["usual", "slow"] as const) {
          const reached = stepReached(at, tally, pace);
          expect(reached).toBeLessThanOrEqual(tally);
          expect(stepReached(at, tally + more, pace)).toBeGreaterThanOrEqual(reached);
          const next = stepAfter(at, tally, pace);
          expect(next).toBeGreaterThan(tally);
          expect(stepReached(at, next, pace)).toBe(next);
          expect(stepReached(at, next - 1, pace)).toBe(reached);
        }
        expect(stepReached(at, tally, "slow")).toBeLessThanOrEqual(stepReached(at, tally));
      },
    ),
  );
  expect([5, 10, 25, 50, 100, 250, 500].map((tally) => stepReached("ward", tally, "slow"))).toEqual([
    5, 5, 25, 25, 100, 100, 500,
  ]);
});

test("the round is on Tuesday at ten by London's clocks, whichever time they keep", () => {
  const days = Array.from({ length: 60 }, (_, week) => addDays("2026-12-01", 7 * week));
  for (const day of days) {
    const at = slotInstant(day);
    expect([londonDay(at), londonTime(at), new Date(`${day}T12:00:00Z`).getUTCDay()]).toEqual([
      day,
      "10:00",
      2,
    ]);
    expect(nextSlotOn(at - 1)).toBe(day);
    expect(nextSlotOn(at)).toBe(addDays(day, 7));
  }
  const hour = (day: string) => new Date(slotInstant(day)).toISOString().slice(11, 16);
  expect([hour("2027-03-23"), hour("2027-03-30")]).toEqual(["10:00", "09:00"]);
  expect([hour("2027-10-26"), hour("2027-11-02")]).toEqual(["09:00", "10:00"]);
});

test.each([
  ["2027-03-23", ["2027-03-23T10:00", "2027-03-30T09:00", "2027-04-06T09:00"]],
  ["2027-10-26", ["2027-10-26T09:00", "2027-11-02T10:00", "2027-11-09T10:00"]],
])("from %s on the clocks change, and still there is one message a week at ten", async (first, sent) => {
  const site = await forwardingSite();
  await councillor(site, {});
  const petition = await petitionWith(site, []);
  for (const [week, tally] of [12, 30, 60].entries()) {
    await publish(site, petition.id, [["ward", "E05015849", tally]]);
    await runSlot(site, addDays(first, 7 * week));
  }
  const days = (await deliveriesOf(site)).map(({ dueAt }) => new Date(dueAt).toISOString().slice(0, 16));
  expect(days).toEqual(sent);
  expect((await itemsOf(site, petition.id)).map(({ previousOn }) => previousOn)).toEqual([
    "",
    first,
    addDays(first, 7),
  ]);
});

test("a county councillor hears of their division where most of the county is known, else of the county", async () => {
  const site = await forwardingSite();
  const [own = "", other = ""] = await divisionsOf(site);
  const one = await councillor(site, { gssCode: own });
  const known = await petitionWith(site, [
    ["upper", COUNTY, 100],
    ["division", own, 38],
    ["division", other, 20],
  ]);
  const unknown = await petitionWith(site, [
    ["upper", COUNTY, 100],
    ["division", own, 38],
  ]);
  await runSlot(site, TUESDAY);
  const told = async (id: string) =>
    (await itemsOf(site, id)).map(({ representativeId, gssCode, tally, step }) => {
      expect(representativeId).toBe(one.representativeId);
      return [gssCode, tally, step];
    });
  expect(await told(known.id)).toEqual([[own, 38, 25]]);
  expect(await told(unknown.id)).toEqual([[COUNTY, 100, 100]]);
  const say = async (campaignId: string, gssCode: string) => {
    const all = await listCounted(site.db.read, { slotOn: TUESDAY }, (id) => eq(id, campaignId));
    return all.find((counted) => counted.gssCode === gssCode);
  };
  expect(await say(known.id, own)).toMatchObject({ basis: "at_least", tally: 38 });
  expect(await say(unknown.id, own)).toBeUndefined();
  expect(await say(unknown.id, COUNTY)).toMatchObject({ basis: "across", tally: 100 });
  await publish(site, unknown.id, []);
  expect(await say(unknown.id, COUNTY)).toBeUndefined();
});

test("a county's count writes to its councillors only for a petition to their council, and from twenty-five on", async () => {
  const site = await forwardingSite();
  const [own = ""] = await divisionsOf(site);
  await councillor(site, { gssCode: own });
  const few = await petitionWith(site, [["upper", COUNTY, 24]]);
  const enough = await petitionWith(site, [["upper", COUNTY, 25]]);
  const elsewhere = await petitionWith(site, [["upper", COUNTY, 900]]);
  const { campaigns } = site.db.tables;
  await site.db.transaction("address somebody else", (tx) =>
    tx.update(campaigns).set({ bodyGss: "E10000007" }).where(eq(campaigns.id, elsewhere.id)),
  );
  await runSlot(site, TUESDAY);
  expect(await itemsOf(site, few.id)).toEqual([]);
  expect(await itemsOf(site, elsewhere.id)).toEqual([]);
  expect((await itemsOf(site, enough.id)).map(({ tally }) => tally)).toEqual([25]);
});

test("somebody who is ward and county councillor at one address has one message of both places", async () => {
  const site = await forwardingSite();
  const [own = "", other = ""] = await divisionsOf(site);
  const email = "both@councillors.example";
  await councillor(site, { email });
  await councillor(site, { email, gssCode: own });
  const petition = await petitionWith(site, [
    ["upper", COUNTY, 100],
    ["ward", "E05015849", 12],
    ["division", own, 38],
    ["division", other, 38],
  ]);
  await runSlot(site, TUESDAY);
  const items = await itemsOf(site, petition.id);
  expect(new Set(items.map(({ deliveryId }) => deliveryId)).size).toBe(1);
  expect(items.map(({ gssCode }) => gssCode).sort()).toEqual(["E05015849", own].sort());
});

test("the office of the council addressed hears of everyone; so does a named recipient, once a moderator has looked", async () => {
  const site = await forwardingSite();
  const director = await office(site);
  const member = await councillor(site, {});
  const petition = await petitionWith(site, [["ward", "E05015849", 12]]);
  const letter = await petitionWith(site, [["ward", "E05015849", 12]]);
  const { recipients } = site.db.tables;
  const named = {
    campaignId: letter.id,
    representativeId: member.representativeId,
    position: 1,
    isCopy: false,
  };
  await site.db.transaction("name a recipient", (tx) =>
    tx.insert(recipients).values({ ...named, checkedBy: "", checkedAt: null }),
  );
  await runSlot(site, TUESDAY);
  const told = async (id: string) =>
    (await itemsOf(site, id)).map((item) => [item.representativeId, item.gssCode, item.tally]);
  expect(new Set(await told(petition.id))).toEqual(
    new Set([
      [director, "", 1000],
      [member.representativeId, "E05015849", 12],
    ]),
  );
  // Not looked at yet: told as what they are, of their own ward.
  expect(await told(letter.id)).toEqual([[member.representativeId, "E05015849", 12]]);
  await site.db.transaction("look at the recipient", (tx) =>
    tx.update(recipients).set({ checkedBy: v7(), checkedAt: 1 }).where(eq(recipients.campaignId, letter.id)),
  );
  await runSlot(site, addDays(TUESDAY, 7));
  expect((await told(letter.id)).slice(1)).toEqual([[member.representativeId, "", 1000]]);
});
