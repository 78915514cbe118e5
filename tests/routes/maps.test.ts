import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { MINUTE } from "#app/domain/time/durations.ts";
import { confirmedSignature, NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { openPages } from "./site-pages.ts";

const MAPS = ["constituencies", "councils", "districts"].flatMap((view) =>
  ["map", "hex"].map((shape) => `/petitions/plans/map?view=${view}&shape=${shape}`),
);
const OTHERS = ["/constituencies/map", "/councils/map", "/councils/map?view=districts&shape=hex"];

async function sign(site: TestSite, petition: { id: string }, postcode: string, count: number) {
  for (let signed = 0; signed < count; signed += 1) await confirmedSignature(site, petition, { postcode });
}

/** Three people in Cardiff, of whom nobody may hear, nor of the five in Chesterfield who would give them away. */
async function signedSite(): Promise<TestSite> {
  const site = await testSite();
  const petition = await openPetition(site, { slug: "plans" });
  await sign(site, petition, "WR5 2NP", 11);
  await sign(site, petition, "B1 1BB", 7);
  await sign(site, petition, "S40 1AA", 5);
  await sign(site, petition, "CF10 1EP", 3);
  await publishTallies(site, petition.id, NOW + 10 * MINUTE);
  return site;
}

test("a petition's map names each place with its published number and leads to its page", async () => {
  const pages = await openPages(await signedSite());
  const html = await (await pages.get("/petitions/plans/map")).text();
  const places = [
    ...html.matchAll(/<a href="([^"]+)" tabindex="-1"><path d="[^"]+"><title>([^<]+)<\/title><\/path><\/a>/g),
  ].map(([, href, title]) => `${title} → ${href}`);
  expect(places).toHaveLength(650);
  expect(places.filter((place) => !place.includes("not shown")).sort()).toEqual([
    "Birmingham Ladywood: 7 people → /constituencies/birmingham-ladywood",
    "Worcester: 11 people → /constituencies/worcester",
  ]);
});

test("councils are shown by one tier at a time", async () => {
  const pages = await openPages(await signedSite());
  const upper = await pages.read("/petitions/plans/map?view=councils");
  expect(upper).toContain("Worcestershire County Council: 11 people");
  expect(upper).not.toContain("Worcester City Council");
  const lower = await pages.read("/petitions/plans/map?view=districts");
  expect(lower).toContain("Worcester City Council: 11 people");
  expect(lower).not.toContain("Worcestershire County Council");
});

test("no map states a number of people below five, nor tells who has three from who has none", async () => {
  const pages = await openPages(await signedSite());
  for (const path of MAPS) {
    const text = await pages.read(path);
    expect(text).toContain("26 people were counted at 12:10 on 25 November.");
    const stated = [...text.matchAll(/([\d,]+) (?:people|person|to|more)\b/g)].map(([, n = ""]) =>
      Number(n.replace(",", "")),
    );
    expect(stated.filter((n) => n < 5)).toEqual([]);
    for (const [, place] of text.matchAll(/(Cardiff[^:<]*): (?!not shown)/g)) expect(place).toBeUndefined();
  }
  expect(await pages.read("/petitions/plans/map")).toContain("Cardiff South and Penarth: not shown");
});

test("colours are explained in words, and the same numbers stand in tables one link away", async () => {
  const html = await (await (await openPages(await signedSite())).get("/petitions/plans/map")).text();
  expect(html).toContain("5 to 9 people");
  expect(html).toContain("10 people or more");
  expect(html).toContain("Not shown: fewer than five, or needed to protect a place with fewer than five");
  expect(html).toContain('<a href="/petitions/plans/places#constituencies">');
});

test("before the first count a map says when it comes; what is not public has none", async () => {
  const site = await testSite();
  await openPetition(site, { slug: "plans" });
  await openPetition(site, { slug: "hidden-one", state: "hidden" });
  const pages = await openPages(site);
  expect(await pages.read("/petitions/plans/map")).toContain("at most 10 minutes after the first signature");
  const hidden = await pages.get("/petitions/hidden-one/map");
  expect(hidden.status).toBe(410);
  expect(hidden.headers.get("Cache-Control")).toBeNull();
  expect((await pages.get("/petitions/nothing-here/map")).status).toBe(404);
});

test("an unknown kind of map is the usual one", async () => {
  const pages = await openPages(await signedSite());
  const usual = await (await pages.get("/petitions/plans/map")).text();
  expect(await (await pages.get("/petitions/plans/map?view=moons&shape=round")).text()).toBe(usual);
});

test("pages with maps weigh under 120 KB compressed, may be kept a minute, and are the same every time", async () => {
  const pages = await openPages(await signedSite());
  for (const path of [...MAPS, ...OTHERS]) {
    const response = await pages.get(path);
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=60");
    const html = await response.text();
    expect(gzipSync(html).length).toBeLessThan(120_000);
    expect(html).not.toMatch(/ style=|<style|<script/);
    expect(await (await pages.get(path)).text()).toBe(html);
  }
});

test("maps for finding an area name every area and no number", async () => {
  const pages = await openPages(await testSite());
  const constituencies = await pages.read("/constituencies/map");
  expect(constituencies).toContain("Orkney and Shetland");
  expect(constituencies).not.toContain("not shown");
  const html = await (await pages.get("/councils/map")).text();
  expect(html).toContain('<a href="/councils/worcestershire" tabindex="-1">');
  expect(html).toContain("<title>Belfast City Council</title>");
});
