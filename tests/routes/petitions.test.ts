import { expect, test } from "vitest";
import { DAY } from "#app/domain/time/durations.ts";
import { confirmedSignature, NOW, openPetition } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { openPages } from "./site-pages.ts";

test("the home page tells how many have signed and leads to the petitions", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { title: "Mend the bridge at Upton" });
  await confirmedSignature(site, petition);
  await confirmedSignature(site, petition);
  const text = await (await openPages(site)).read("/");
  expect(text).toContain("Petition to Worcestershire County Council Mend the bridge at Upton");
  expect(text).toContain("signatures on open petitions, each confirmed by e-mail 2");
  expect(text).toContain("petition open to sign 1");
});

test("the home page of a site without petitions says so and shows no figures", async () => {
  const text = await (await openPages(await testSite())).read("/");
  expect(text).toContain("No petition is open just now.");
  expect(text).not.toContain("each confirmed");
});

test("the home page shows the four petitions with the most signatures, and where the rest are", async () => {
  const site = await testSite();
  for (const name of ["one", "two", "three", "four"]) await openPetition(site, { title: `Number ${name}` });
  const first = await openPetition(site, { title: "Most signed" }, NOW - 9 * DAY);
  await confirmedSignature(site, first, {}, NOW - DAY);
  const text = await (await openPages(site)).read("/");
  expect(text.indexOf("Most signed")).toBeLessThan(text.indexOf("Number four"));
  expect(text).not.toContain("Number one");
  expect(text).toContain("See all 5 open petitions");
});

test("a search finds the petitions that hold every word, and says how many in a sentence", async () => {
  const site = await testSite();
  await openPetition(site, { title: "Plans in time", why: "Families wait." });
  await openPetition(site, { title: "School buses", asks: ["Plans for every bus"] });
  await openPetition(site, { title: "Mend the bridge" });
  const pages = await openPages(site);
  const text = await pages.read("/petitions?q=PLANS");
  expect(text).toContain("2 open petitions about “PLANS”");
  expect(text).not.toContain("Mend the bridge");
  expect(await pages.read("/petitions?q=plans+families")).toContain("1 open petition about “plans families”");
});

test("petitions are found by the council they are addressed to, by its slug or its code", async () => {
  const site = await testSite();
  await openPetition(site, { title: "Plans in Worcestershire" });
  const derbyshire = { bodyName: "Derbyshire County Council", bodyGss: "E10000007" };
  await openPetition(site, { title: "Plans in Derbyshire", ...derbyshire });
  const pages = await openPages(site);
  for (const council of ["derbyshire", "E10000007"]) {
    const text = await pages.read(`/petitions?council=${council}`);
    expect(text).toContain("1 open petition to Derbyshire County Council");
    expect(text).not.toContain("Plans in Worcestershire");
  }
  const html = await (await pages.get("/petitions?council=E10000007")).text();
  expect(html).toContain('<option value="derbyshire" selected="">Derbyshire County Council</option>');
});

test("the list holds what can be signed unless something else is asked for; drafts and hidden ones are in no list", async () => {
  const site = await testSite();
  for (const state of ["open", "paused", "closed", "archived", "hidden", "draft", "rejected"] as const)
    await openPetition(site, { title: `It is ${state}`, state });
  const pages = await openPages(site);
  const shown = async (query: string) =>
    [...(await pages.read(`/petitions${query}`)).matchAll(/It is (\w+)/g)].map(([, state]) => state).sort();
  expect(await shown("")).toEqual(["open"]);
  expect(await shown("?state=open")).toEqual(["open"]);
  expect(await shown("?state=paused")).toEqual(["paused"]);
  expect(await shown("?state=rejected")).toEqual(["rejected"]);
  expect(await shown("?state=archived")).toEqual(["archived"]);
  expect(await shown("?state=closed")).toEqual(["archived", "closed"]);
  expect(await shown("?state=all")).toEqual(["archived", "closed", "open", "paused"]);
});

test("a search that finds nothing says what to do", async () => {
  const text = await (await openPages(await testSite())).read("/petitions?q=zebra&council=worcestershire");
  expect(text).toContain(
    "No open petitions to Worcestershire County Council or a district council in it about “zebra”",
  );
  expect(text).toContain("Try one word instead of two");
  for (const way of [
    "Closed ones too",
    "To anybody, not one council",
    "All open petitions",
    "Start a petition",
  ])
    expect(text).toContain(way);
});

test("a list shows twenty a page and keeps the search on the way to the next", async () => {
  const site = await testSite();
  for (let count = 0; count < 21; count += 1) await openPetition(site, { title: "Plans in time" });
  const pages = await openPages(site);
  const html = await (await pages.get("/petitions?q=plans&state=all")).text();
  expect(html.match(/campaign-card/g)).toHaveLength(20);
  expect(html).toContain('href="/petitions?q=plans&amp;state=all&amp;page=2"');
  const second = await (await pages.get("/petitions?q=plans&state=all&page=2")).text();
  expect(second.match(/campaign-card/g)).toHaveLength(1);
  expect((await pages.get("/petitions?page=3")).status).toBe(404);
});

test("what makes no sense in a list's address counts as not said", async () => {
  const site = await testSite();
  await openPetition(site, { title: "Plans in time" });
  const pages = await openPages(site);
  for (const query of [
    "page=0",
    "page=-1",
    "page=abc",
    "page=1e9",
    "page=99999999999999999999",
    "state=draft",
    "state=toString",
    "q=%01%02",
    "council=",
  ])
    expect(await pages.read(`/petitions?${query}`)).toContain("1 open petition ");
  for (const query of [
    "q=%25",
    "q=_",
    "q='",
    "q=%5C",
    "council=nowhere",
    "council='",
    `q=${"x".repeat(5000)}`,
  ])
    expect(await pages.read(`/petitions?${query}`)).toContain("No open petitions");
});

test("the short address leads to the petition, or says that there is none", async () => {
  const site = await testSite();
  const { number, slug } = await openPetition(site);
  const draft = await openPetition(site, { state: "draft" });
  const hidden = await openPetition(site, { state: "hidden" });
  const pages = await openPages(site);
  const found = await pages.get(`/p/${number}`);
  expect([found.status, found.headers.get("Location")]).toEqual([302, `/petitions/${slug}`]);
  expect((await pages.get(`/p/${draft.number}`)).status).toBe(404);
  expect((await pages.get(`/p/${hidden.number}`)).status).toBe(410);
  for (const nothing of ["999", "0", "abc", "1.5", "99999999999"])
    expect((await pages.get(`/p/${nothing}`)).status).toBe(404);
});
