import { and, asc, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { changeRule, ruleToChange } from "#app/domain/forwarding/change-rule.server.ts";
import type { Forwarding } from "#app/domain/forwarding/forwarding.ts";
import { readCountedLedger, readLedger, walkLedger } from "#app/domain/forwarding/ledger.server.ts";
import { LEDGER_FATES, type LedgerFate, type LedgerRow } from "#app/domain/forwarding/ledger.ts";
import { summariseLedger } from "#app/domain/forwarding/ledger-summary.server.ts";
import { openLedger } from "#app/domain/forwarding/ledger-view.server.ts";
import { RuleForm } from "#app/domain/forwarding/rule-form.ts";
import { councilTones } from "#app/domain/forwarding/told-tones.ts";
import { addDays } from "#app/domain/time/london.ts";
import type { DeliveryState } from "#db/tables/forwarding.ts";
import type { TestSite } from "#tests/site.ts";
import {
  ARBORETUM,
  councillor,
  forwardingSite,
  petitionWith,
  publish,
  TUESDAY,
  tenOn,
  WORCESTER,
} from "./scene.ts";

const NOW = tenOn(addDays(TUESDAY, 1));
const CITY = "E07000237";
const COUNTY = "E10000034";

const HOW: Record<LedgerFate, readonly LedgerRow["state"][]> = {
  told: [
    "sending",
    "sent",
    "delivered",
    "complained",
    "uncertain",
    "rehearsed",
    "paused",
    "unreachable",
    "bounced",
  ],
  arrived: ["delivered"],
  bounced: ["bounced", "unreachable"],
  paused: ["paused"],
  waiting: ["to_be_told", "would_be_told", "quiet", "left_out"],
  no_address: ["no_address"],
};

test("every filter by fate finds the rows that say so themselves, and the counts are theirs", async () => {
  const site = await forwardingSite();
  const petition = await petitionWith(site, [
    ["constituency", WORCESTER, 214],
    ["ward", ARBORETUM, 38],
    ["ward", "E05015850", 20],
  ]);
  const states: DeliveryState[] = [
    "sending",
    "sent",
    "delivered",
    "bounced",
    "complained",
    "uncertain",
    "failed",
  ];
  for (const isInvented of [true, false]) {
    for (const state of states) await told(site, petition.id, { isInvented, state });
    await told(site, petition.id, { isInvented, state: "delivered", endsOn: "2026-11-30" });
    await told(site, petition.id, { isInvented, state: "delivered", addressState: "bounced" });
    await told(site, petition.id, { isInvented, state: "sent", addressState: "opted_out" });
    await told(site, petition.id, { isInvented, state: "sent", before: "delivered", email: "" });
    await told(site, petition.id, { isInvented, state: "bounced", before: "delivered" });
    await councillor(site, { isInvented });
    await councillor(site, { isInvented, email: "" });
    await rests(site, (await councillor(site, { isInvented })).termId, petition.id);
    await rests(site, (await councillor(site, { isInvented })).termId, "another campaign");
  }
  for (const forwarding of ["off", "rehearsal", "live"] as const) {
    const { view, rows } = await everything(site, petition.id, forwarding);
    const { counts, formerCount } = await summariseLedger(site.db.read, view);
    expect(counts.all).toBe(rows.length);
    expect(formerCount).toBe(rows.filter((row) => row.isBefore).length);
    for (const fate of LEDGER_FATES) {
      const own = rows.filter((row) => isOf(row, fate));
      const found = await readLedger(site.db.read, view, { filter: { fate }, limit: 100 });
      expect([forwarding, fate, found.map(keyOf)]).toEqual([forwarding, fate, own.map(keyOf)]);
      expect(counts.fates[fate]).toBe(own.length);
      const part = { filter: { fate }, limit: 1 };
      expect((await readCountedLedger(site.db.read, view, part)).count).toBe(own.length);
    }
  }
});

test("councillors of a council that came after the one addressed are among those told, others are left out", async () => {
  const site = await forwardingSite();
  const heir = await councillor(site, { name: "Heir Example" });
  const other = await councillor(site, { name: "Other Example", gssCode: "E05009297" });
  const petition = await petitionWith(
    site,
    [
      ["ward", ARBORETUM, 38],
      ["ward", "E05009297", 38],
    ],
    { bodyGss: "E06000001" },
  );
  const form = RuleForm.parse({
    ...{ tellsMps: "on", tellsRecipients: "on", sendsClosing: "on", councillors: "concerned", pace: "usual" },
    version: (await ruleToChange(site.db.read, petition.id)).version,
  });
  await changeRule(site, { campaignId: petition.id, accountId: "somebody", form }, NOW);
  const stateOf = async (publicId: string) =>
    (await everything(site, petition.id, "rehearsal", "E06000001")).rows.find(
      (row) => row.publicId === publicId,
    )?.state;
  expect(await stateOf(heir.publicId)).toBe("left_out");
  await site.db.transaction("succeed", async (tx) => {
    await tx.insert(tx.tables.areaSuccessors).values({ gssCode: "E06000001", successorGss: CITY });
  });
  expect(await stateOf(heir.publicId)).toBe("to_be_told");
  expect(await stateOf(other.publicId)).toBe("left_out");
});

test("a county councillor stands once: for the county while divisions cannot be told apart, else for their own", async () => {
  const site = await forwardingSite();
  const { areas } = site.db.tables;
  const [division] = await site.db.read
    .select()
    .from(areas)
    .where(and(eq(areas.parentGss, COUNTY), eq(areas.level, "division")))
    .orderBy(asc(areas.gssCode))
    .limit(1);
  if (!division) throw new Error("the county has no divisions");
  await councillor(site, { name: "Divi Sion", gssCode: division.gssCode });
  const petition = await petitionWith(site, [
    ["upper", COUNTY, 900],
    ["division", division.gssCode, 12],
  ]);
  const seen = async () =>
    (await everything(site, petition.id, "off")).rows.map(({ basis, count, name }) => [name, basis, count]);
  expect(await seen()).toEqual([["Divi Sion", "across", 900]]);
  await publish(site, petition.id, [
    ["upper", COUNTY, 900],
    ["division", division.gssCode, 700],
  ]);
  expect(await seen()).toEqual([["Divi Sion", "at_least", 700]]);
  await publish(site, petition.id, [
    ["upper", COUNTY, 700],
    ["division", division.gssCode, 700],
  ]);
  expect(await seen()).toEqual([["Divi Sion", "constituents", 700]]);
});

test("somebody addressed in person stands once, with everyone's count, once a moderator has checked them", async () => {
  const site = await forwardingSite();
  const pat = await councillor(site, { name: "Pat Example" });
  const petition = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  const { recipients } = site.db.tables;
  await site.db.transaction("name recipient", async (tx) => {
    await tx.insert(recipients).values({
      ...{ campaignId: petition.id, representativeId: pat.representativeId, position: 1, isCopy: false },
      ...{ checkedBy: "", checkedAt: null },
    });
  });
  const seen = async () =>
    (await everything(site, petition.id, "off")).rows.map(({ basis, count }) => [basis, count]);
  expect(await seen()).toEqual([["constituents", 38]]);
  await site.db.transaction("check recipient", (tx) => tx.update(recipients).set({ checkedBy: "moderator" }));
  expect(await seen()).toEqual([["everyone", 1000]]);
});

test("all rows are walked through in order, each once", async () => {
  const site = await forwardingSite();
  for (let one = 0; one < 12; one += 1) await councillor(site, {});
  const petition = await petitionWith(site, [
    ["constituency", WORCESTER, 214],
    ["ward", ARBORETUM, 38],
  ]);
  const { view, rows } = await everything(site, petition.id, "off");
  const walked: string[] = [];
  for await (const part of walkLedger(site.db.read, view, {})) walked.push(...part.map(keyOf));
  expect(walked).toEqual(rows.map(keyOf));
  expect(new Set(walked).size).toBe(13);
  const pages = await Promise.all(
    [0, 5, 10].map((offset) => readLedger(site.db.read, view, { limit: 5, offset })),
  );
  expect(pages.flat().map(keyOf)).toEqual(walked);
});

test("a council is coloured by the share of its councillors who were told, and by answers before that", () => {
  const none = { gssCode: CITY, seatCount: 4, toldCount: 0, waitingCount: 0, answeredCount: 0 };
  const tone = (changes: Partial<typeof none>, wouldTell = false) =>
    councilTones([{ ...none, ...changes }], { wouldTell })(CITY);
  expect(tone({})).toBe(0);
  expect(tone({ waitingCount: 4 })).toBe(0);
  expect(tone({ waitingCount: 4 }, true)).toBe(2);
  expect([tone({ toldCount: 1 }), tone({ toldCount: 2 })]).toEqual([1, 2]);
  expect([tone({ toldCount: 4, answeredCount: 1 }), tone({ toldCount: 4, answeredCount: 2 })]).toEqual([
    4, 5,
  ]);
  expect(councilTones([none], { wouldTell: true })("E06000001")).toBe(0);
});

test("a council's numbers count its own seats, those that nobody is known to hold among them", async () => {
  const site = await forwardingSite();
  const petition = await petitionWith(site, [
    ["constituency", WORCESTER, 214],
    ["ward", ARBORETUM, 38],
    ["ward", "E05015850", 20],
  ]);
  await told(site, petition.id, { isInvented: true, state: "sent" });
  await councillor(site, {});
  const { view } = await everything(site, petition.id, "rehearsal");
  const { councils } = await summariseLedger(site.db.read, view);
  expect(councils).toMatchObject([
    { gssCode: CITY, name: "Worcester", seatCount: 3, toldCount: 1, waitingCount: 1, answeredCount: 0 },
  ]);
});

async function everything(site: TestSite, id: string, forwarding: Forwarding, bodyGss = "") {
  const view = await openLedger(site.db.read, { campaign: { id, bodyGss }, forwarding }, NOW);
  return { view, rows: await readLedger(site.db.read, view, { limit: 500 }) };
}

function keyOf({ publicId, gssCode, isBefore, state }: LedgerRow): string {
  return `${publicId} ${gssCode} ${isBefore ?? false} ${state}`;
}

function isOf(row: LedgerRow, fate: LedgerFate): boolean {
  if (fate === "told") return row.toldCount > 0;
  return HOW[fate].includes(row.state);
}

/** Somebody to whom a message went for real, and perhaps another the week before. */
async function told(
  site: TestSite,
  campaignId: string,
  {
    state,
    before,
    ...changes
  }: Parameters<typeof councillor>[1] & { state: DeliveryState; before?: DeliveryState },
): Promise<void> {
  const { termId, representativeId } = await councillor(site, changes);
  await site.db.transaction("tell", async (tx) => {
    const { deliveries, deliveryItems } = tx.tables;
    const rounds = [[TUESDAY, state] as const, [addDays(TUESDAY, -7), before] as const];
    for (const [slotOn, fate] of rounds) {
      if (fate === undefined) continue;
      const id = v7();
      const at = tenOn(slotOn);
      await tx.insert(deliveries).values({
        ...{ id, addressHash: v7(), slotOn, termId, mode: "live", state: fate, reason: "", attemptCount: 1 },
        ...{ dueAt: at, providerId: "", plannedAt: at, sendingAt: at, leasedUntil: null, settledAt: at },
      });
      await tx.insert(deliveryItems).values({
        ...{ campaignId, representativeId, slotOn, deliveryId: id, gssCode: ARBORETUM, tally: 30 },
        ...{ previousTally: null, previousOn: "", step: 25, isClosing: false },
      });
    }
  });
}

async function rests(site: TestSite, termId: string, campaignId: string): Promise<void> {
  await site.db.transaction("pause", async (tx) => {
    const { pauses, terms } = tx.tables;
    const [term] = await tx.select().from(terms).where(eq(terms.id, termId));
    await tx.insert(pauses).values({
      ...{ id: v7(), addressHash: term?.addressHash ?? "", campaignId, reason: "link", termId },
      ...{ createdAt: NOW, endedAt: null, mode: "live" as const },
    });
  });
}
