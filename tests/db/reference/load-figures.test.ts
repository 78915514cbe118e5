import { count, eq, ne } from "drizzle-orm";
import { expect, test } from "vitest";
import { areaSlug } from "#db/reference/area-slug.ts";
import { loadFigures } from "#db/reference/load-figures.server.ts";
import { testDatabase } from "../../database.ts";

test("names become addresses without accents, apostrophes and signs", () => {
  expect(areaSlug("St John’s & All Saints")).toBe("st-johns-and-all-saints");
  expect(areaSlug("Èirisgeigh agus Beinn na Faoghla")).toBe("eirisgeigh-agus-beinn-na-faoghla");
  expect(areaSlug("'t Harde (North)")).toBe("t-harde-north");
});

test("every ward has an address of its own in its council, every division in its county", async () => {
  const { read, tables } = await testDatabase();
  const { areas } = tables;
  const parts = await read
    .select({ level: areas.level, parentGss: areas.parentGss, slug: areas.slug })
    .from(areas)
    .where(ne(areas.parentGss, ""));
  const inParts = parts.filter(({ level }) => level === "ward" || level === "division");
  expect(inParts).toHaveLength(9787);
  expect(inParts.every(({ slug }) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toBe(true);
  expect(new Set(inParts.map(({ level, parentGss, slug }) => `${level} ${parentGss} ${slug}`)).size).toBe(
    9787,
  );
});

test("official figures, overlaps and unchecked petition rules are there; suppressed numbers are blank", async () => {
  const { read, tables } = await testDatabase();
  const { sendYears, sendInspections, petitionRules, areaOverlaps } = tables;
  const worcestershire = await read.select().from(sendYears).where(eq(sendYears.gssCode, "E10000034"));
  expect(worcestershire.find(({ year }) => year === 2024)).toMatchObject({
    plansIssued: 1389,
    plansInTime: 517,
    assessmentRequests: 1883,
    requestsRefused: 330,
    appeals: 139,
  });
  const [norfolk] = await read.select().from(sendYears).where(eq(sendYears.gssCode, "E10000020"));
  expect(norfolk).toMatchObject({ year: 2022, plansIssued: null, plansInTime: null });
  expect(await read.select({ n: count() }).from(sendInspections)).toEqual([{ n: 96 }]);
  const rules = await read.select().from(petitionRules);
  expect(rules).toHaveLength(17);
  expect(rules.every(({ checkedOn }) => checkedOn === "")).toBe(true);
  const inWorcester = await read.select().from(areaOverlaps).where(eq(areaOverlaps.gssCode, "E07000237"));
  expect(inWorcester.map(({ otherGss }) => otherGss)).toContain("E14001597");
});

test("loading figures again leaves alone a rule that a moderator has checked", async () => {
  const db = await testDatabase({ unitLimit: 10_000 });
  const { petitionRules } = db.tables;
  await db.transaction("check a rule", async (tx) => {
    await tx
      .update(petitionRules)
      .set({ debateThreshold: 2000, checkedOn: "2026-11-20" })
      .where(eq(petitionRules.gssCode, "E07000237"));
  });
  await loadFigures(db, []);
  const [rule] = await db.read.select().from(petitionRules).where(eq(petitionRules.gssCode, "E07000237"));
  expect(rule).toMatchObject({ debateThreshold: 2000, checkedOn: "2026-11-20" });
});
