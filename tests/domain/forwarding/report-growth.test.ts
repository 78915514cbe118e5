import { expect, test } from "vitest";
import type { PartsTable } from "#app/domain/forwarding/report.ts";
import { withGrowth } from "#app/domain/forwarding/report-growth.server.ts";
import { addDays } from "#app/domain/time/london.ts";
import type { TallyLevel } from "#db/tables/tally.ts";
import {
  ARBORETUM,
  councillor,
  forwardingSite,
  itemsOf,
  mailsOf,
  petitionWith,
  publish,
  runSlot,
  TUESDAY,
  WORCESTER,
} from "./scene.ts";

const CLAINES = "E05015852";
const NEXT = addDays(TUESDAY, 7);

function placesNow(changes: Partial<PartsTable> = {}): PartsTable {
  const rows = [
    { code: "a", name: "A", count: 40 },
    { code: "b", name: "B", count: 20 },
    { code: "c", name: "C", count: 9 },
  ];
  return { head: "Ward", restName: "Elsewhere", rows, rest: 30, ...changes };
}

function growthOf(table: PartsTable): (number | undefined)[] {
  return [...table.rows.map(({ since }) => since), table.restSince];
}

test("a place's growth is stated from five on, against what this reader was shown before", () => {
  const before = { whole: 60, counts: { a: 25, b: 14, c: 4 } };
  expect(growthOf(withGrowth(placesNow(), before))).toEqual([15, 6, 5, 13]);
  expect(growthOf(withGrowth(placesNow(), undefined))).toEqual([undefined, undefined, undefined, undefined]);
});

test("a place that was not shown before makes itself and the rest silent", () => {
  const before = { whole: 60, counts: { a: 25, b: 14 } };
  expect(growthOf(withGrowth(placesNow(), before))).toEqual([15, 6, undefined, undefined]);
});

test("one place alone is never silent: its growth could be worked out from the others", () => {
  const few = { whole: 60, counts: { a: 25, b: 18, c: 4 } };
  expect(growthOf(withGrowth(placesNow(), few))).toEqual([15, undefined, 5, undefined]);
  const rest = { whole: 71, counts: { a: 25, b: 14, c: 4 } };
  expect(growthOf(withGrowth(placesNow(), rest))).toEqual([15, 6, undefined, undefined]);
  const noRest = withGrowth(placesNow({ rest: 0 }), { whole: 47, counts: { a: 25, b: 18, c: 4 } });
  expect(growthOf(noRest)).toEqual([15, undefined, undefined, undefined]);
});

test("the second message to a member states how each ward has grown since the first", async () => {
  const site = await forwardingSite();
  const petition = await petitionWith(site, [
    ["constituency", WORCESTER, 60],
    ["ward", ARBORETUM, 20],
    ["ward", CLAINES, 10],
  ]);
  await runSlot(site, TUESDAY);
  const [first] = await mailsOf(site);
  expect(first?.text).toMatch(/^Arboretum +20$/m);
  await publish(site, petition.id, [
    ["constituency", WORCESTER, 150],
    ["ward", ARBORETUM, 41],
    ["ward", CLAINES, 30],
  ]);
  await runSlot(site, NEXT);
  const second = (await mailsOf(site)).at(-1);
  expect(second?.text).toMatch(/^Ward +Signed +Since 1 December$/m);
  expect(second?.text).toMatch(/^Arboretum +41 +\+21$/m);
  expect(second?.text).toMatch(/^Claines +30 +\+20$/m);
  expect(second?.text).toMatch(/^Elsewhere in Worcester +79 +\+49$/m);
});

test("a message that never went out is nothing to grow from", async () => {
  const site = await forwardingSite();
  const petition = await petitionWith(site, [
    ["constituency", WORCESTER, 60],
    ["ward", ARBORETUM, 20],
  ]);
  await runSlot(site, TUESDAY);
  const { deliveries } = site.db.tables;
  await site.db.transaction("bounce", (tx) => tx.update(deliveries).set({ state: "bounced" }));
  await publish(site, petition.id, [
    ["constituency", WORCESTER, 150],
    ["ward", ARBORETUM, 41],
  ]);
  await runSlot(site, NEXT);
  expect((await mailsOf(site)).at(-1)?.text).not.toContain("Since");
});

test("of several campaigns the first three show their largest wards, three rows each", async () => {
  const site = await forwardingSite();
  const wards = [ARBORETUM, CLAINES, "E05015850", "E05015851"];
  for (const total of [400, 300, 200, 100])
    await petitionWith(
      site,
      [
        ["constituency", WORCESTER, total],
        ...wards.map((code, index): [TallyLevel, string, number] => ["ward", code, 30 - index]),
      ],
      { title: `Signed by ${total}`, bodyKind: "department", bodyGss: "" },
    );
  await councillor(site, {});
  await runSlot(site, TUESDAY);
  const mail = (await mailsOf(site)).find(({ text }) => text.includes("Member of Parliament"));
  if (!mail) throw new Error("nobody told the member");
  expect(mail.subject).toBe("400 of your constituents in Worcester: Signed by 400 and 3 more");
  expect(mail.text.match(/^Ward +Signed$/gm)).toHaveLength(3);
  expect(mail.text.match(/^Elsewhere in Worcester +\d+$/gm)).toEqual([
    expect.stringMatching(/ 313$/),
    expect.stringMatching(/ 213$/),
    expect.stringMatching(/ 113$/),
  ]);
  expect(mail.text).not.toMatch(/ 27$/m);
});

test("which places a message showed is kept with it, as published", async () => {
  const site = await forwardingSite();
  const petition = await petitionWith(site, [
    ["constituency", WORCESTER, 60],
    ["ward", ARBORETUM, 20],
  ]);
  await runSlot(site, TUESDAY);
  const [item] = await itemsOf(site, petition.id);
  expect(JSON.parse(item?.places ?? "")).toEqual({ Ward: { whole: 60, counts: { [ARBORETUM]: 20 } } });
});
