import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { confirmedSignature, NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { openPages } from "./site-pages.ts";

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** Six from one ward of Worcester, two from Pershore, one from Jersey. */
async function signedPetition(site: TestSite, changes: Parameters<typeof openPetition>[1] = {}) {
  const petition = await openPetition(site, changes);
  for (let count = 0; count < 6; count += 1) await confirmedSignature(site, petition);
  for (let count = 0; count < 2; count += 1)
    await confirmedSignature(site, petition, { postcode: "WR10 1AA" });
  await confirmedSignature(site, petition, { postcode: "JE2 3NN" });
  return petition;
}

test("the list of petitions comes in Parliament's envelope, with absolute links", async () => {
  const site = await testSite();
  const petition = await signedPetition(site, { slug: "plans-in-time", title: "Plans in time" });
  const answer = await (await openPages(site)).get("/petitions.json");
  expect(answer.headers.get("Content-Type")).toContain("application/json");
  const list = await answer.json();
  const { appUrl } = site.settings;
  expect(list.links).toEqual({
    self: `${appUrl}/petitions.json`,
    first: `${appUrl}/petitions.json`,
    last: `${appUrl}/petitions.json`,
    next: null,
    prev: null,
  });
  expect(list.data).toEqual([
    {
      type: "petition",
      id: petition.number,
      links: { self: `${appUrl}/petitions/plans-in-time.json` },
      attributes: expect.objectContaining({
        action: "Plans in time",
        state: "open",
        signature_count: 9,
        opened_at: new Date(petition.openedAt ?? 0).toISOString(),
        closed_at: null,
      }),
    },
  ]);
});

test("the list as data takes the filters of the page, and its links keep them", async () => {
  const site = await testSite();
  for (let count = 0; count < 21; count += 1) await openPetition(site, { title: "Plans", state: "closed" });
  await openPetition(site, { title: "Plans" });
  const pages = await openPages(site);
  const list = await (await pages.get("/petitions.json?state=closed&q=plans&page=2")).json();
  const base = `${site.settings.appUrl}/petitions.json?q=plans&state=closed`;
  expect(list.data).toHaveLength(1);
  expect(list.links).toEqual({
    self: `${base}&page=2`,
    first: base,
    last: `${base}&page=2`,
    next: null,
    prev: base,
  });
  expect((await pages.get("/petitions.json?state=all&page=7")).status).toBe(404);
  expect((await (await pages.get("/petitions.json?page=nonsense")).json()).data).toHaveLength(1);
});

test("a petition as data has the live total, and by place only what was published", async () => {
  const site = await testSite();
  const petition = await signedPetition(site, { slug: "plans", more: "More of it." });
  const pages = await openPages(site);
  const before = (await (await pages.get("/petitions/plans.json")).json()).data.attributes;
  expect(before).toMatchObject({ signature_count: 9, counted_at: null, signatures_by_constituency: [] });

  await publishTallies(site, petition.id, NOW + 10 * MINUTE);
  await confirmedSignature(site, petition, {}, NOW + 11 * MINUTE);
  const { links, data } = await (await pages.get("/petitions/plans.json")).json();
  expect(links).toEqual({ self: `${site.settings.appUrl}/petitions/plans.json` });
  expect(data).toMatchObject({ type: "petition", id: petition.number });
  expect(data.attributes).toMatchObject({
    action: expect.stringMatching(/^Petition /),
    background: "It matters to us.",
    additional_details: "More of it.",
    signature_count: 10,
    counted_total: 9,
    counted_at: new Date(NOW + 10 * MINUTE).toISOString(),
    slug: "plans",
    demonstration: false,
    asks: [{ text: "Answer every family in time", outcome: "open", outcome_on: null }],
    body: { kind: "council", name: "Worcestershire County Council", ons_code: "E10000034" },
  });
});

test("a place in the data has its code, its name and a whole number of at least five", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { slug: "plans" });
  for (let count = 0; count < 6; count += 1) await confirmedSignature(site, petition);
  await publishTallies(site, petition.id, NOW + 10 * MINUTE);
  const { data } = await (await (await openPages(site)).get("/petitions/plans.json")).json();
  const { attributes } = data;
  expect(attributes.signatures_by_country).toEqual([
    { name: "United Kingdom", code: "GB", signature_count: 6 },
  ]);
  expect(attributes.signatures_by_constituency).toEqual([
    { name: "Worcester", ons_code: "E14001597", mp: "Tom Collins", signature_count: 6 },
  ]);
  expect(attributes.signatures_by_council).toEqual([
    { name: "Worcestershire County Council", ons_code: "E10000034", signature_count: 6 },
  ]);
  expect(attributes.signatures_by_district).toEqual([
    {
      name: "Worcester City Council",
      ons_code: "E07000237",
      signature_count: 6,
      county_ons_code: "E10000034",
    },
  ]);
  expect(attributes.signatures_by_ward).toHaveLength(1);
  expect(attributes.signatures_by_division.length).toBeLessThanOrEqual(1);
  expect(attributes.signatures_unplaced).toEqual([]);
});

test("a place with fewer than five, and what would give it away, is not in the data", async () => {
  const site = await testSite();
  const petition = await signedPetition(site, { slug: "plans" });
  await publishTallies(site, petition.id, NOW + 10 * MINUTE);
  const text = await (await (await openPages(site)).get("/petitions/plans.json")).text();
  expect(text).not.toContain("Jersey");
  expect(text).not.toContain("Wychavon");
  for (const [, count] of text.matchAll(/"signature_count":(\d+)/g)) expect(Number(count)).toBeGreaterThan(4);
});

test("count.json has the live total", async () => {
  const site = await testSite();
  await signedPetition(site, { slug: "plans" });
  const answer = await (await openPages(site)).get("/petitions/plans/count.json");
  expect(await answer.json()).toMatchObject({ signature_count: 9 });
});

test("history.csv tells the total hour by hour, leaving out hours that changed nothing", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { slug: "plans" });
  await confirmedSignature(site, petition, {}, NOW);
  const second = await confirmedSignature(site, petition, {}, NOW + 1);
  const third = await confirmedSignature(site, petition, {}, NOW + 2 * HOUR);
  await withdrawSignature(site, third.manageToken, NOW + 2 * HOUR + 5 * MINUTE);
  await withdrawSignature(site, second.manageToken, NOW + 3 * HOUR);
  const answer = await (await openPages(site)).get("/petitions/plans/history.csv");
  expect(answer.headers.get("Content-Type")).toContain("text/csv");
  expect(parse(await answer.text())).toEqual([
    ["hour_utc", "change", "total"],
    ["2026-11-25T12:00:00Z", "2", "2"],
    ["2026-11-25T15:00:00Z", "-1", "1"],
  ]);
});

test("open data may be read by any site and kept for seconds; no row's id is in it", async () => {
  const site = await testSite();
  const petition = await signedPetition(site, { slug: "plans" });
  await publishTallies(site, petition.id, NOW);
  const pages = await openPages(site);
  for (const path of [
    "/petitions.json",
    "/petitions/plans.json",
    "/petitions/plans/count.json",
    "/petitions/plans/history.csv",
  ]) {
    const answer = await pages.get(path);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=10");
    expect(await answer.text()).not.toMatch(UUID);
  }
});

test("where there is no public petition, open data says so in JSON", async () => {
  const site = await testSite();
  await openPetition(site, { slug: "a-draft", state: "draft" });
  await openPetition(site, { slug: "hidden-one", state: "hidden" });
  await openPetition(site, { slug: "removed-one", state: "removed" });
  const pages = await openPages(site);
  const cases = [
    ["nothing-here", 404],
    ["a-draft", 404],
    ["hidden-one", 410],
    ["removed-one", 410],
  ] as const;
  for (const [slug, status] of cases)
    for (const suffix of [".json", "/count.json", "/history.csv"]) {
      const answer = await pages.get(`/petitions/${slug}${suffix}`);
      expect(answer.status).toBe(status);
      expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
      expect(await answer.json()).toEqual({ status, error: expect.any(String) });
    }
});

test("a slug that was given up leads to the data under the present one", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { slug: "new-name" });
  await site.db.transaction("rename", async (tx) => {
    await tx
      .insert(tx.tables.formerSlugs)
      .values({ kind: "petition", slug: "old-name", campaignId: petition.id });
  });
  const answer = await (await openPages(site)).get("/petitions/old-name/count.json");
  expect([answer.status, answer.headers.get("Location")]).toEqual([301, "/petitions/new-name/count.json"]);
});
