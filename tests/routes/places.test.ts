import { expect, test } from "vitest";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { MINUTE } from "#app/domain/time/durations.ts";
import { confirmedSignature, NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { openPages } from "./site-pages.ts";

async function sign(site: TestSite, petition: { id: string }, postcode: string, count: number) {
  for (let signed = 0; signed < count; signed += 1) await confirmedSignature(site, petition, { postcode });
}

test("before anybody has been counted the page of places says when the first count comes", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { slug: "plans" });
  const pages = await openPages(site);
  expect(await pages.read("/petitions/plans/places")).toContain(
    "at most 10 minutes after the first signature",
  );
  await confirmedSignature(site, petition);
  expect(await pages.read("/petitions/plans/places")).toContain(
    "The first count by place is due at 12:10 on 25 November.",
  );
});

test("each kind of place has a table with a total of its own, and the time of the count", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { slug: "plans" });
  await sign(site, petition, "WR5 2NP", 6);
  await sign(site, petition, "B1 1BB", 7);
  await publishTallies(site, petition.id, NOW + 10 * MINUTE);
  const text = await (await openPages(site)).read("/petitions/plans/places");
  expect(text).toContain("13 people were counted at 12:10 on 25 November.");
  expect(text).toContain("Not shown: fewer than five, or needed to protect a place with fewer than five.");
  expect(text).toContain("Birmingham City Council 7 Worcestershire County Council 6 All in this table 13");
  expect(text).toContain("Worcester City Council 6");
  expect(text).toContain("United Kingdom 13 All in this table 13");
});

test("wards are grouped by council, those of the council addressed first", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { slug: "plans" });
  await sign(site, petition, "WR5 2NP", 6);
  await sign(site, petition, "B1 1BB", 7);
  await publishTallies(site, petition.id, NOW + 10 * MINUTE);
  const html = await (await (await openPages(site)).get("/petitions/plans/places")).text();
  const wards = html.slice(html.indexOf('<h2 id="wards">'));
  const councils = [...wards.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, name]) => name);
  expect(councils.slice(0, 2)).toEqual(["Worcester City Council", "Birmingham City Council"]);
});

test("those who could not be placed are named in words, not as a place", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { slug: "plans" });
  await sign(site, petition, "WR5 2NP", 6);
  await sign(site, petition, "BFPO 1", 5);
  await publishTallies(site, petition.id, NOW + 10 * MINUTE);
  const text = await (await openPages(site)).read("/petitions/plans/places");
  expect(text).toContain("5 more in the United Kingdom could not be placed in a constituency.");
  expect(text).toContain("Worcester 6 All in this table 6");
});

test("a petition nobody may see has no page of places", async () => {
  const site = await testSite();
  await openPetition(site, { slug: "hidden-one", state: "hidden" });
  const pages = await openPages(site);
  expect((await pages.get("/petitions/hidden-one/places")).status).toBe(410);
  expect((await pages.get("/petitions/nothing-here/places")).status).toBe(404);
});
