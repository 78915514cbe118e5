import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { TOLD_COLUMNS } from "#app/components/told-columns.tsx";
import { addDays } from "#app/domain/time/london.ts";
import {
  ARBORETUM,
  councillor,
  forwardingSite,
  petitionWith,
  publish,
  runSlot,
  TUESDAY,
  tenOn,
  WORCESTER,
} from "#tests/domain/forwarding/scene.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSettings } from "#tests/site.ts";
import { openPages } from "./site-pages.ts";

const CITY = "E07000237";
const COUNTS: Parameters<typeof petitionWith>[1] = [
  ["constituency", WORCESTER, 214],
  ["ward", ARBORETUM, 38],
  ["ward", "E05015850", 20],
];

async function rehearsed(site: TestSite) {
  const petition = await petitionWith(site, COUNTS);
  await runSlot(site, TUESDAY);
  const settings = testSettings({ FORWARDING: "rehearsal" });
  return { ...petition, pages: await openPages(site, { now: tenOn(TUESDAY), settings }) };
}

test("the ledger can be narrowed to whom, where, what became of it and the answer, by its address alone", async () => {
  const site = await forwardingSite();
  const pat = await councillor(site, { name: "Pat Example" });
  await councillor(site, { name: "Nona Ddress", gssCode: "E05015850", email: "" });
  const { id, slug, pages } = await rehearsed(site);
  await answer(site, { campaignId: id, ...pat });
  const seen = async (query: string) => {
    const text = await pages.read(`/petitions/${slug}/told${query}`);
    return ["Tom Collins", "Pat Example", "Nona Ddress"].filter((name) => text.includes(name));
  };
  expect(await seen("")).toEqual(["Tom Collins", "Pat Example", "Nona Ddress"]);
  expect(await seen("?level=mp")).toEqual(["Tom Collins"]);
  expect(await seen("?level=ward")).toEqual(["Pat Example", "Nona Ddress"]);
  expect(await seen(`?council=${CITY}`)).toEqual(["Tom Collins", "Pat Example", "Nona Ddress"]);
  expect(await seen("?council=E06000001")).toEqual([]);
  expect(await seen("?fate=told")).toEqual(["Pat Example"]);
  expect(await seen("?fate=waiting")).toEqual(["Tom Collins"]);
  expect(await seen("?fate=no_address")).toEqual(["Nona Ddress"]);
  expect(await seen("?answer=any")).toEqual(["Pat Example"]);
  expect(await seen("?answer=support")).toEqual(["Pat Example"]);
  expect(await seen("?answer=oppose")).toEqual([]);
  expect(await seen("?answer=none")).toEqual([]);
  expect(await seen("?level=emperor&fate=%00&page=-1")).toHaveLength(3);
});

test("a row says what was answered, and whose address is missing says where to tell us", async () => {
  const site = await forwardingSite();
  const pat = await councillor(site, { name: "Pat Example" });
  const missing = await councillor(site, { name: "Nona Ddress", gssCode: "E05015850", email: "" });
  const { id, slug, pages } = await rehearsed(site);
  await answer(site, { campaignId: id, ...pat });
  const html = await (await pages.get(`/petitions/${slug}/told`)).text();
  expect(html).toMatch(/Answered: (<!-- -->)?<a href="\/representatives\/[^"]+#answer-[^"]+">Supports this/);
  expect(html).toContain(`href="/representatives/${missing.publicId}/correct"`);
  expect(html).toContain(`/petitions/${slug}/told.csv`);
  expect(html).toContain(`href="/petitions/${slug}/told?fate=no_address"`);
});

test("before a poll the ledger gives way to a notice: nobody there waits for a round, and no answer stands", async () => {
  const site = await forwardingSite();
  const pat = await councillor(site, { name: "Pat Example" });
  const { id, slug, pages } = await rehearsed(site);
  await answer(site, { campaignId: id, ...pat });
  await site.db.transaction("add poll", async (tx) => {
    await tx.insert(tx.tables.polls).values({
      ...{ id: v7(), publicId: "localpolls", kind: "local", name: "City elections", area: CITY },
      ...{ quietFrom: "2026-11-20", pollOn: "2026-12-10", source: "example.org", isCancelled: false },
    });
  });
  const text = await pages.read(`/petitions/${slug}/told`);
  expect(text).toContain("City elections on 10 December 2026");
  expect(text).not.toContain("Supports this");
  const { data } = await (await pages.get(`/petitions/${slug}/told.json`)).json();
  expect(data.some((row: { attributes: { answered: boolean } }) => row.attributes.answered)).toBe(false);
});

test("the open ledger has who, where, how many and what became of it, for any site's programs", async () => {
  const site = await forwardingSite();
  const pat = await councillor(site, { name: "=Pat Example" });
  const { id, slug, pages } = await rehearsed(site);
  await answer(site, { campaignId: id, ...pat });
  const json = await pages.get(`/petitions/${slug}/told.json?level=ward`);
  expect(json.headers.get("Access-Control-Allow-Origin")).toBe("*");
  const { links, data } = await json.json();
  expect(links.self).toMatch(/\/told\.json\?level=ward$/);
  expect(data[0]).toMatchObject({
    type: "representative",
    id: pat.publicId,
    attributes: {
      representative: "=Pat Example",
      kind: "councillor",
      area: "Arboretum",
      ons_code: ARBORETUM,
      council: "Worcester",
      count: 38,
      told_count: 1,
      first_told_at: "2026-12-01T10:00:00.000Z",
      state: "rehearsed",
      answered: true,
      stance: "support",
    },
  });
  const csv = await pages.get(`/petitions/${slug}/told.csv?level=ward&fate=told`);
  expect(csv.headers.get("Access-Control-Allow-Origin")).toBe("*");
  const [head, row, ...rest] = (await csv.text()).trim().split("\n");
  expect(head?.split(",")).toEqual(TOLD_COLUMNS.map(({ name }) => name));
  expect(["id", ...Object.keys(data[0].attributes)]).toEqual(TOLD_COLUMNS.map(({ name }) => name));
  expect(row).toContain("'=Pat Example,councillor,true,Arboretum");
  expect(rest).toEqual([]);
});

test("of real people a rehearsal claims nothing in the open ledger", async () => {
  const site = await forwardingSite();
  const { slug, pages } = await rehearsed(site);
  const { data } = await (await pages.get(`/petitions/${slug}/told.json?level=mp`)).json();
  expect(data).toHaveLength(1);
  expect(data[0].attributes).toMatchObject({
    state: "would_be_told",
    told_count: 0,
    first_told_at: null,
    answered: false,
  });
});

test("there is no open ledger of a page too far or of a petition that was taken down", async () => {
  const site = await forwardingSite();
  const { id, slug, pages } = await rehearsed(site);
  expect((await pages.get(`/petitions/${slug}/told.json?page=2`)).status).toBe(404);
  await site.db.transaction("take down", async (tx) => {
    await tx.update(tx.tables.campaigns).set({ state: "removed" });
  });
  expect(id).not.toBe("");
  expect((await pages.get(`/petitions/${slug}/told.json`)).status).toBe(410);
  expect((await pages.get(`/petitions/${slug}/told.csv`)).status).toBe(410);
});

test("whoever was told and has left office stays in the ledger, and nobody stands there twice", async () => {
  const site = await forwardingSite();
  const pat = await councillor(site, { name: "Pat Example" });
  const { slug, pages } = await rehearsed(site);
  const count = async () => (await pages.read(`/petitions/${slug}/told`)).split("Pat Example").length - 1;
  expect(await count()).toBe(1);
  const { terms } = site.db.tables;
  await site.db.transaction("leave office", (tx) =>
    tx.update(terms).set({ endsOn: "2026-11-30" }).where(eq(terms.id, pat.termId)),
  );
  expect(await count()).toBe(1);
  expect(await pages.read(`/petitions/${slug}/told`)).toContain("Pat Example · at the time");
});

test("a councillor whose division cannot be told apart hears of the county, and the ledger says so", async () => {
  const site = await forwardingSite();
  const { areas } = site.db.tables;
  const [division] = await site.db.read
    .select()
    .from(areas)
    .where(and(eq(areas.parentGss, "E10000034"), eq(areas.level, "division")))
    .limit(1);
  if (!division) throw new Error("the county has no divisions");
  await councillor(site, { name: "Divi Sion", gssCode: division.gssCode });
  const { slug } = await petitionWith(site, [
    ["upper", "E10000034", 900],
    ["division", division.gssCode, 12],
  ]);
  const pages = await openPages(site);
  expect(await pages.read(`/petitions/${slug}/told?level=county`)).toMatch(/Divi Sion 900 across the county/);
});

test("a representative's page says how often they were told since when, and how often they answered", async () => {
  const site = await forwardingSite();
  const pat = await councillor(site, { name: "Pat Example" });
  const { id, slug, pages } = await rehearsed(site);
  const page = `/representatives/${pat.publicId}`;
  expect(await pages.read(page)).toContain("Told once, on 1 December 2026, of 1 campaign.");
  await answer(site, { campaignId: id, ...pat });
  const text = await pages.read(page);
  expect(text).toContain("Told once, on 1 December 2026, of 1 campaign; answered once.");
  expect(text).toContain("Answered: Supports this");
  await publish(site, id, [["ward", ARBORETUM, 60]]);
  const later = addDays(TUESDAY, 7);
  await runSlot(site, later);
  const settings = testSettings({ FORWARDING: "rehearsal" });
  const after = await openPages(site, { now: tenOn(later), settings });
  expect(await after.read(page)).toContain("Told twice since 1 December 2026, of 1 campaign; answered once.");
  for (const path of [page, `/petitions/${slug}/told`])
    expect(await after.read(path)).toContain("told twice since 1 December 2026, answered once");
});

test("a county councillor's own page shows the county's count that they are told of", async () => {
  const site = await forwardingSite();
  const { areas } = site.db.tables;
  const [division] = await site.db.read
    .select()
    .from(areas)
    .where(and(eq(areas.parentGss, "E10000034"), eq(areas.level, "division")))
    .limit(1);
  if (!division) throw new Error("the county has no divisions");
  const { publicId } = await councillor(site, { name: "Divi Sion", gssCode: division.gssCode });
  await petitionWith(site, [["upper", "E10000034", 900]]);
  expect(await (await openPages(site)).read(`/representatives/${publicId}`)).toContain(
    "900 across the county",
  );
});

test("a map shows in words too how many members would be told, and of nobody real that they were", async () => {
  const site = await forwardingSite();
  const { slug, pages } = await rehearsed(site);
  const text = await pages.read(`/petitions/${slug}/told/map?shape=hex`);
  expect(text).toContain("Map of who would be told");
  expect(text).toContain("1 constituency: their MP would be told");
  expect(text).toContain("0 constituencies: their MP has answered");
  expect(text).not.toContain("has been told");
});

test("a map of councils shows in words too how many councillors would be told", async () => {
  const site = await forwardingSite();
  await councillor(site, { name: "Pat Example" });
  const { slug, pages } = await rehearsed(site);
  const text = await pages.read(`/petitions/${slug}/told/map?view=districts`);
  expect(text).toContain("1 council: half or more would be told");
  expect(text).toContain("0 councils: somebody has answered");
  expect(text).toMatch(/Council Seats Would be told Answered Worcester 2 1 –/);
  expect(text).not.toContain("have been told");
  expect(await pages.read(`/petitions/${slug}/told/map?view=councils`)).toContain(
    "0 councils: half or more would be told",
  );
});

async function answer(
  site: TestSite,
  one: { campaignId: string; representativeId: string; termId: string },
): Promise<void> {
  const id = v7();
  await site.db.transaction("answer", async (tx) => {
    await tx.insert(tx.tables.responses).values({
      ...{ id, publicId: id.slice(-10), groupId: id, mode: "rehearsal", position: 0, stance: "support" },
      ...{ words: "", writerName: "", writerRole: "", isOfficial: false, state: "published", replaces: "" },
      ...{ createdAt: NOW, confirmedAt: NOW, publishedAt: NOW, settledAt: NOW, settledBy: "" },
      campaignId: one.campaignId,
      representativeId: one.representativeId,
      termId: one.termId,
    });
  });
}
