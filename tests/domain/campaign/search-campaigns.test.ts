import fc from "fast-check";
import { expect, test } from "vitest";
import { LISTED_STATES, VISIBLE_STATES } from "#app/domain/campaign/campaign.ts";
import { indexMissing } from "#app/domain/campaign/index-campaign.server.ts";
import { moveCampaign } from "#app/domain/campaign/move-campaign.server.ts";
import { replaceText } from "#app/domain/campaign/replace-text.server.ts";
import { type Found, searchCampaigns } from "#app/domain/campaign/search-campaigns.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { wipeDemonstration } from "#db/seed/wipe-demonstration.server.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";

const PLAIN = { kind: "petition", states: ["open"], sort: "best" } as const;

function search(site: TestSite, q: string, isExact = false): Promise<Found> {
  return searchCampaigns(site.db.read, { ...PLAIN, q }, { page: 1, isExact });
}

async function titles(site: TestSite, q: string): Promise<string[]> {
  return (await search(site, q)).campaigns.map(({ title }) => title);
}

test("a search finds words in title, asks, reasons, background and the body addressed, whatever their form", async () => {
  const site = await testSite();
  await openPetition(site, {
    title: "Home-to-school transport",
    asks: ["Réopen the café in Malvern"],
    why: "Families were waiting for 18 months.",
    more: "## The inquiry\n\nAn *ombudsman's* report at the university.",
  });
  await openPetition(site, { title: "Something else", bodyName: "Department for Education", bodyGss: "" });
  for (const q of [
    "transport",
    "TRANSP",
    "transporting",
    "cafe reopen",
    "family wait",
    "waits families months",
    "ombudsmans",
    "ombudsman’s",
    "universi",
    "universities",
    "worcestershire",
    "the transport of the families",
  ])
    expect([q, await titles(site, q)]).toEqual([q, ["Home-to-school transport"]]);
  expect(await titles(site, "education")).toEqual(["Something else"]);
  for (const q of ["port", "transport education", "ansport"])
    expect([q, await titles(site, q)]).toEqual([q, []]);
});

test("words in the title come before words in the asks, these before the text; then the newest", async () => {
  const site = await testSite();
  const quiet = { asks: ["Act"], why: "It matters." };
  await openPetition(site, { ...quiet, title: "In the text", why: "Bridges fall." }, NOW);
  await openPetition(site, { ...quiet, title: "In an ask", asks: ["Act", "Mend the bridge"] }, NOW - DAY);
  await openPetition(site, { ...quiet, title: "An old bridge" }, NOW - 9 * DAY);
  await openPetition(site, { ...quiet, title: "A new bridge" }, NOW - 2 * DAY);
  expect(await titles(site, "bridge")).toEqual(["A new bridge", "An old bridge", "In an ask", "In the text"]);
  expect(await titles(site, "mend bridge")).toEqual(["In an ask"]);
});

test("a misspelt word finds what it may have meant, unless it is to be taken as typed", async () => {
  const site = await testSite();
  await openPetition(site, { title: "School transport for disabled children" });
  await openPetition(site, { title: "Save the swimming pool" });
  for (const [typed, meant] of [
    ["transprot", "transport"],
    ["tranport", "transport"],
    ["Shcool transprot", "school transport"],
    ["rtansport for children", "transport for children"],
    ["swiming", "swimming"],
  ] as const) {
    const found = await search(site, typed);
    expect([typed, found.corrected, found.count]).toEqual([typed, meant, 1]);
    expect(await search(site, typed, true)).toEqual({ campaigns: [], count: 0 });
  }
  for (const far of ["zebra", "trnsprtx", "poo1s", "swimming transport"])
    expect(await search(site, far)).toEqual({ campaigns: [], count: 0 });
});

test("what is not public is never found, and no correction tells a word of it", async () => {
  const site = await testSite();
  const states = ["draft", "gathering", "in_review", "changes_requested", "hidden", "removed"] as const;
  for (const state of states) await openPetition(site, { title: "Zebracrossing", state });
  const all = { ...PLAIN, states: [...VISIBLE_STATES, ...states] };
  for (const q of ["zebracrossing", "zebracrosing", "zebra"])
    expect(await searchCampaigns(site.db.read, { ...all, q }, { page: 1, isExact: false })).toEqual({
      campaigns: [],
      count: 0,
    });
  expect(await site.db.read.select().from(site.db.tables.searchWords)).toEqual([]);
});

test("a campaign is found from the moment it is public, by its present words, until it is hidden", async () => {
  const site = await testSite();
  const { id } = await openPetition(site, {
    title: "Zebra crossing",
    asks: ["Paint it"],
    state: "in_review",
  });
  const move = (from: "in_review" | "open", to: "open" | "hidden") =>
    site.db.transaction("move", (tx) =>
      moveCampaign(tx, site, { campaignId: id, from, to, mover: "moderator", accountId: "one" }, NOW),
    );
  expect(await titles(site, "zebra")).toEqual([]);
  await move("in_review", "open");
  expect(await titles(site, "zebra")).toEqual(["Zebra crossing"]);
  const content = {
    en: { title: "Pelican crossing", why: "", more: "" },
    asks: ["Mend it"],
    askClause: "to mend it",
    shortName: "",
  };
  await site.db.transaction("replace", (tx) => replaceText(tx, id, content, NOW));
  expect(await titles(site, "zebra")).toEqual([]);
  expect(await titles(site, "paint")).toEqual([]);
  expect(await titles(site, "pelican mend")).toEqual(["Pelican crossing"]);
  await move("open", "hidden");
  expect(await titles(site, "pelican")).toEqual([]);
  const { searchEntries, searchWords } = site.db.tables;
  expect(await site.db.read.select().from(searchEntries)).toEqual([]);
  expect(await site.db.read.select().from(searchWords)).toEqual([]);
});

test("campaigns from before there was an index are indexed, once; a demonstration that is wiped leaves no word", async () => {
  const site = await testSite();
  await openPetition(site, { title: "Zebra crossing", isDemonstration: true });
  await openPetition(site, { title: "Zebra foal", isDemonstration: true, state: "draft" });
  const { searchEntries, searchWords } = site.db.tables;
  const words = await site.db.read.select().from(searchWords).orderBy(searchWords.word);
  await site.db.transaction("as before", async (tx) => {
    await tx.delete(searchEntries);
    await tx.delete(searchWords);
  });
  expect(await titles(site, "zebra")).toEqual([]);
  for (let time = 0; time < 2; time += 1) {
    await indexMissing(site);
    expect(await titles(site, "zebra")).toEqual(["Zebra crossing"]);
    expect(await site.db.read.select().from(searchWords).orderBy(searchWords.word)).toEqual(words);
  }
  await wipeDemonstration(site.db);
  expect(await site.db.read.select().from(searchWords)).toEqual([]);
});

test("no search fails, whatever is typed", async () => {
  const site = await testSite();
  await openPetition(site, { title: "School transport" });
  const hostile = [
    ...[
      '"',
      "'",
      '"school',
      "school*",
      "*",
      "-school",
      "NOT school",
      "school AND",
      "OR",
      "NEAR(a b)",
      "title:x",
    ],
    ...[
      "{title} : x",
      "(",
      ")",
      "school & !",
      "a:*",
      "a | b",
      "<->",
      "\\",
      "%",
      "_",
      "\0",
      "a\0b",
      "\ud800",
      "𝕊chool",
    ],
    ...[
      "日本語",
      "½ ² Ⅷ",
      "x".repeat(10_000),
      "school ".repeat(2000),
      "! ".repeat(5000),
      "the of and",
      "é",
      "٣",
    ],
  ];
  const kinds = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "binary", maxLength: 60 }));
  await fc.assert(
    fc.asyncProperty(kinds, async (q) => {
      const { count, campaigns } = await search(site, q);
      expect(campaigns).toHaveLength(count);
    }),
    { numRuns: 150, examples: hostile.map((q) => [q]) },
  );
});

test("every order of a list gives each campaign once over its pages", async () => {
  const site = await testSite();
  for (let index = 0; index < 45; index += 1)
    await openPetition(
      site,
      { title: `Bridge ${index}`, state: LISTED_STATES[index % 4], closesOn: `2026-12-${10 + (index % 9)}` },
      NOW - (index % 7) * DAY,
    );
  for (const sort of ["best", "newest", "closing"] as const)
    for (const q of ["", "bridge"]) {
      const filter = { kind: "petition", states: LISTED_STATES, sort, q } as const;
      const pages = await Promise.all(
        [1, 2, 3, 4].map((page) => searchCampaigns(site.db.read, filter, { page, isExact: false })),
      );
      const ids = pages.flatMap(({ campaigns }) => campaigns.map(({ id }) => id));
      expect([sort, q, pages.map((page) => page.campaigns.length)]).toEqual([sort, q, [20, 20, 5, 0]]);
      expect(new Set(ids).size).toBe(45);
    }
});
