import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listCampaignsHere, sumOpen } from "#app/domain/area/campaigns-here.server.ts";
import { matchesWords } from "#app/domain/area/fold-words.ts";
import { listConstituenciesOf, listOverlapping } from "#app/domain/area/overlaps.server.ts";
import { findPart } from "#app/domain/area/parts.server.ts";
import { findCheckedPetitionRule } from "#app/domain/area/petition-rule.server.ts";
import { findCouncilBySlug } from "#app/domain/area/queries.server.ts";
import { findSendFigures } from "#app/domain/area/send-figures.server.ts";
import { councilTier } from "#app/domain/area/tier.ts";
import { petitionWith } from "#tests/domain/forwarding/scene.ts";
import { testSite } from "#tests/site.ts";

const TRAFFORD = "E08000009";

async function council(site: Awaited<ReturnType<typeof testSite>>, slug: string) {
  const found = await findCouncilBySlug(site.db.read, slug);
  if (!found) throw new Error(`no council ${slug}`);
  return found;
}

test("campaigns of an area come with their published number at one level alone, open ones first", async () => {
  const site = await testSite();
  const first = await petitionWith(
    site,
    [
      ["upper", TRAFFORD, 20],
      ["lower", TRAFFORD, 20],
    ],
    { title: "First" },
  );
  await petitionWith(site, [["upper", TRAFFORD, 50]], { title: "Closed", state: "closed", closedAt: 1 });
  await petitionWith(site, [["upper", TRAFFORD, 90]], { title: "Hidden", state: "hidden" });
  await petitionWith(site, [["upper", "E10000034", 70]], { title: "Elsewhere" });
  const campaigns = await listCampaignsHere(site.db.read, { level: "upper", gssCode: TRAFFORD });
  expect(campaigns.map(({ title, count }) => [title, count])).toEqual([
    ["First", 20],
    ["Closed", 50],
  ]);
  expect(campaigns[0]?.slug).toBe(first.slug);
  expect(sumOpen(campaigns)).toEqual({ campaignCount: 1, signatureCount: 20 });
});

test("districts are counted among districts, all other councils among those that run education", () => {
  expect(councilTier({ kind: "district" })).toBe("lower");
  for (const kind of ["county", "unitary", "metropolitan", "ni-district"])
    expect(councilTier({ kind })).toBe("upper");
});

test("the constituencies of a council come by how much of it they hold, a county's over its districts", async () => {
  const site = await testSite();
  const { read } = site.db;
  const ofTrafford = await listConstituenciesOf(read, await council(site, "trafford"));
  expect(ofTrafford.map(({ constituency }) => constituency.name).sort()).toEqual([
    "Altrincham and Sale West",
    "Stretford and Urmston",
    "Wythenshawe and Sale East",
  ]);
  const shares = ofTrafford.map(({ share = 0 }) => share);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  expect([...shares].sort((a, b) => b - a)).toEqual(shares);
  const ofWorcestershire = await listConstituenciesOf(read, await council(site, "worcestershire"));
  expect(ofWorcestershire).toHaveLength(6);
  expect(ofWorcestershire.every(({ shareOfConstituency = 0 }) => shareOfConstituency > 0.9)).toBe(true);
  const ofBelfast = await listConstituenciesOf(read, await council(site, "belfast"));
  expect(ofBelfast.map(({ share }) => share)).toEqual(ofBelfast.map(() => undefined));
  expect(ofBelfast.map(({ constituency }) => constituency.name)).toContain("Belfast East");
});

test("overlaps are found from either side", async () => {
  const { read } = (await testSite()).db;
  const councils = await listOverlapping(read, ["E14001597"], "council");
  expect(councils.map(({ name }) => name)).toContain("Worcester City Council");
  const wards = await listOverlapping(read, ["E14001597"], "ward");
  expect(wards.map(({ name }) => name)).toContain("Arboretum");
  const divisions = await listOverlapping(read, ["E05015849"], "division");
  expect(divisions.length).toBeGreaterThan(0);
  expect(await listOverlapping(read, [""], "council")).toEqual([]);
});

test("a ward is found by its slug or its code, in its own council alone", async () => {
  const { read } = (await testSite()).db;
  const inWorcester = (slugOrGss: string) =>
    findPart(read, { level: "ward", parentGss: "E07000237", slugOrGss });
  expect((await inWorcester("arboretum"))?.gssCode).toBe("E05015849");
  expect((await inWorcester("e05015849"))?.slug).toBe("arboretum");
  expect(await inWorcester("altrincham")).toBeUndefined();
  expect(await inWorcester("")).toBeUndefined();
});

test("England's share is added up from the councils that published both numbers", async () => {
  const { read } = (await testSite()).db;
  const figures = await findSendFigures(read, "E10000034");
  const year = figures?.years.find((one) => one.year === 2022);
  expect(year?.england).toMatchObject({ councilCount: 147, allCount: 153 });
  expect(year?.england.inTimeShare).toBeCloseTo(30884 / 64132);
  expect(figures?.inspection).toMatchObject({ outcome: "failings", publishedOn: "2024-07-15" });
  expect(await findSendFigures(read, "W06000015")).toBeUndefined();
});

test("a petition rule is given only once it has been checked", async () => {
  const site = await testSite();
  expect(await findCheckedPetitionRule(site.db.read, "E10000007")).toBeUndefined();
  await site.db.transaction("check", async (tx) => {
    const { petitionRules } = tx.tables;
    await tx
      .update(petitionRules)
      .set({ checkedOn: "2026-11-20" })
      .where(eq(petitionRules.gssCode, "E10000007"));
  });
  expect(await findCheckedPetitionRule(site.db.read, "E10000007")).toMatchObject({ debateThreshold: 7500 });
});

test("a search matches beginnings of words in any order, whatever their accents", () => {
  expect(matchesWords("mon ynys", ["Ynys Môn"])).toBe(true);
  expect(matchesWords("worc county", ["Worcestershire County Council"])).toBe(true);
  expect(matchesWords("shire", ["Worcestershire County Council"])).toBe(false);
  expect(matchesWords("  ", ["Anything"])).toBe(true);
  expect(matchesWords("kings lynn", ["King's Lynn and West Norfolk"])).toBe(true);
});
