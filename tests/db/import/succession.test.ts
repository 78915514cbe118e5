import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { endCouncil } from "#app/domain/area/end-council.server.ts";
import { chooseFrozen } from "#app/domain/area/freeze-tallies.ts";
import { listFrozenTallies } from "#app/domain/area/frozen.server.ts";
import { listEndings } from "#app/domain/area/list-endings.server.ts";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { publishedTallies } from "#app/domain/area/published.server.ts";
import { getCell } from "#app/domain/place/cells.server.ts";
import { placeSuccession } from "#app/domain/place/place-succession.server.ts";
import { placesAfter } from "#app/domain/place/places-after.ts";
import type { Site } from "#app/domain/site.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import { importAreas } from "#db/import/areas/import-areas.server.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "../../factories.ts";
import { testSite } from "../../site.ts";
import { fileOf, numbers, options } from "./importing.ts";

/** An invented end of a real two-tier county: three districts become South, three North. */
const SOUTH = "E06009901";
const NORTH = "E06009902";
const COUNTY = "E10000034";
const [WORCESTER, MALVERN, WYCHAVON] = ["E07000237", "E07000235", "E07000238"];
const [BROMSGROVE, REDDITCH, WYRE_FOREST] = ["E07000234", "E07000236", "E07000239"];
const HEADER =
  "gss_code,name,short_name,slug,type,nation,region,is_send_authority,send_authority_gss,start_date,end_date,successor_gss\n";
const NEW_COUNCILS = `${SOUTH},South Worcestershire Council,South Worcestershire,,unitary,England,West Midlands,yes,${SOUTH},2026-11-20,,
${NORTH},North Worcestershire Council,North Worcestershire,,unitary,England,West Midlands,yes,${NORTH},2026-11-20,,
`;
const ENDED = [
  ...[WORCESTER, MALVERN, WYCHAVON].map((code) => [code, SOUTH]),
  ...[BROMSGROVE, REDDITCH, WYRE_FOREST].map((code) => [code, NORTH]),
]
  .map(([code, after]) => `${code},${code} Council,,,district,England,,,,,2026-11-19,${after}\n`)
  .join("");
const COUNTY_ENDS = `${COUNTY},Worcestershire County Council,,,county,England,,,,,2026-11-19,${SOUTH} ${NORTH}\n`;

async function sign(
  site: Site,
  campaign: { id: string },
  postcode: string,
  count: number,
): Promise<string[]> {
  const ids = [];
  for (let n = 0; n < count; n += 1) ids.push((await confirmedSignature(site, campaign, { postcode })).id);
  return ids;
}

async function cellOf(site: Site, id: string | undefined) {
  const { signatures } = site.db.tables;
  const [row] = await site.db.read
    .select()
    .from(signatures)
    .where(eq(signatures.id, id ?? ""));
  return getCell(site.db.read, row?.cellId ?? 0);
}

test("a county and its districts end: numbers are frozen, signatures go to the successors, the closed stay", async () => {
  const site = await testSite();
  const { db } = site;
  const petition = await openPetition(site);
  const closed = await openPetition(site);
  const [worcester] = await sign(site, petition, "WR5 3DA", 6);
  const [bromsgrove] = await sign(site, petition, "B45 8LB", 7);
  const pending = (await signPetition(site, petition, { postcode: "WR5 3DA" })).id;
  const [handedIn] = await sign(site, closed, "WR5 3DA", 5);
  for (const one of [petition, closed]) await publishTallies(site, one.id, NOW);
  const { campaigns, countEvents, terms, areas } = db.tables;
  await db.transaction("close", (tx) =>
    tx.update(campaigns).set({ state: "closed" }).where(eq(campaigns.id, closed.id)),
  );
  const before = await cellOf(site, worcester);
  expect(before).toMatchObject({ council: WORCESTER, county: COUNTY });

  const path = fileOf("councils.csv", HEADER + NEW_COUNCILS + ENDED + COUNTY_ENDS);
  const report = await importAreas(db, { path, isWhole: false }, options());
  expect(numbers(report)).toMatchObject({ added: 2, ended: 7, refused: 0 });
  await placeSuccession(site, NOW);

  expect(await cellOf(site, worcester)).toEqual({
    ...before,
    council: SOUTH,
    county: "",
    ward: "",
    division: "",
  });
  expect(await cellOf(site, pending)).toMatchObject({ council: SOUTH, county: "" });
  expect(await cellOf(site, bromsgrove)).toMatchObject({ council: NORTH, county: "" });
  expect(await cellOf(site, handedIn)).toEqual(before);
  expect(await checkTallies(db.read)).toEqual([]);
  const moved = and(eq(countEvents.campaignId, petition.id), eq(countEvents.reason, "moved"));
  const events = await db.read.select().from(countEvents).where(moved);
  expect(events.map((event) => event.delta).sort((a, b) => a - b)).toEqual([-7, -6, 6, 7]);

  const frozen = await listFrozenTallies(db.read, WORCESTER);
  expect(frozen.map(({ slug, level, count, frozenOn }) => ({ slug, level, count, frozenOn }))).toEqual([
    { slug: petition.slug, level: "lower", count: 6, frozenOn: "2026-11-19" },
    { slug: closed.slug, level: "lower", count: 5, frozenOn: "2026-11-19" },
  ]);
  expect((await listFrozenTallies(db.read, COUNTY)).map((row) => row.count)).toEqual([13, 5]);
  await publishTallies(site, petition.id, NOW + DAY);
  const published = await publishedTallies(db.read, petition.id, ["upper", "lower"]);
  expect(published?.areas.map(({ level, code, count }) => [level, code, count])).toEqual([
    ["lower", NORTH, 7],
    ["lower", SOUTH, 6],
    ["upper", NORTH, 7],
    ["upper", SOUTH, 6],
  ]);
  const [ward] = await db.read.select().from(areas).where(eq(areas.gssCode, "E05015851"));
  expect(ward?.endsOn).toBe("2026-11-19");
  expect(
    await db.read
      .select()
      .from(terms)
      .where(and(eq(terms.gssCode, "E05015851"), eq(terms.endsOn, ""))),
  ).toEqual([]);

  expect(await placeSuccession(site, NOW)).toEqual({ looked: 0, moved: 0 });
  expect(numbers(await importAreas(db, { path, isWhole: false }, options()))).toMatchObject({
    added: 0,
    ended: 0,
  });
});

test("who signs after the end is placed in the successor by the postcodes of before", async () => {
  const site = await testSite();
  const path = fileOf("councils.csv", HEADER + NEW_COUNCILS + ENDED + COUNTY_ENDS);
  await importAreas(site.db, { path, isWhole: false }, options());
  const endings = await listEndings(site.db.read, "2026-11-25");
  const after = { ...site, places: placesAfter(site.places, endings) };
  const petition = await openPetition(after);
  const [id] = await sign(after, petition, "WR5 3DA", 1);
  expect(await cellOf(after, id)).toMatchObject({ council: SOUTH, county: "", constituency: "E14001597" });
  expect(after.places.locate("S401AA")).toEqual(site.places.locate("S401AA"));
  expect(after.places.listCombos().some((cell) => cell.council === WORCESTER || cell.county === COUNTY)).toBe(
    false,
  );
});

test("one council is ended by itself, not before its last day is over, and only into areas that are known", async () => {
  const site = await testSite();
  await importAreas(site.db, { path: fileOf("new.csv", HEADER + NEW_COUNCILS), isWhole: false }, options());
  const petition = await openPetition(site);
  const [id] = await sign(site, petition, "WR5 3DA", 1);
  const ending = { gssCode: WORCESTER, endsOn: "2026-11-25", successors: [SOUTH] };
  expect(await endCouncil(site, ending, NOW)).toBe("not_yet");
  expect(await endCouncil(site, { ...ending, successors: ["E06009999"] }, NOW + DAY)).toBe(
    "unknown_successor",
  );
  expect(await endCouncil(site, { ...ending, gssCode: "E07009999" }, NOW + DAY)).toBe("unknown_area");
  expect(await cellOf(site, id)).toMatchObject({ council: WORCESTER });
  expect(await endCouncil(site, ending, NOW + DAY)).toBe("ended");
  expect(await cellOf(site, id)).toMatchObject({ council: SOUTH, county: "", ward: "" });
  expect(await endCouncil(site, ending, NOW + DAY)).toBe("already_ended");
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test("a frozen number is held back where a successor's would tell of fewer than five", () => {
  const one = (gssCode: string, ...successors: string[]) => ({ gssCode, successors });
  const counts = (of: Record<string, number>) => new Map(Object.entries(of));
  const councils = [one("A", "S"), one("B", "S"), one("C", "N"), one("K", "S", "N")];
  const exact = counts({ A: 20, B: 3, C: 50, K: 73 });
  expect([...chooseFrozen(councils, exact, counts({ A: 20, C: 50, K: 73 }))]).toEqual(["C", "K"]);
  const large = counts({ A: 20, B: 8, C: 50, K: 78 });
  expect([...chooseFrozen(councils, large, large)]).toEqual(["A", "B", "C", "K"]);
  const small = counts({ A: 20, B: 8, C: 2, K: 30 });
  expect([...chooseFrozen(councils, small, counts({ A: 20, B: 8, K: 30 }))]).toEqual(["A", "B"]);
});
