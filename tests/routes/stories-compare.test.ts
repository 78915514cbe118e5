import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { exampleReport } from "#app/domain/forwarding/example-report.server.ts";
import { readStories } from "#app/domain/forwarding/report-item-stories.server.ts";
import { sumStories } from "#app/domain/story/sum-stories.server.ts";
import { withdrawStory } from "#app/domain/story/withdraw-story.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { seedStories } from "#db/seed/seed-stories.server.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { publishedStory } from "#tests/story-factories.ts";
import { serveSite } from "./served-site.ts";
import { readable } from "./site-pages.ts";

const COUNTY = "E10000034";
const BIRMINGHAM = "E08000025";

/** Families whose facts are counted, as if their stories were published. */
async function families(site: TestSite, council: string, count: number, joinedAt = NOW): Promise<void> {
  await site.db.transaction("tell facts of a test", async (tx) => {
    for (let number = 0; number < count; number++)
      await tx.insert(tx.tables.storyFacts).values({
        ...{ storyId: `${council}-${joinedAt}-${number}`, councilGss: council, districtGss: "" },
        ...{ constituencyGss: "", need: "asd", ageBand: "", monthsOut: "7-12", money: "", miles: "" },
        ...{ monthsWaited: "", tribunal: "", happened: JSON.stringify(["no_place"]), joinedAt, leftAt: null },
      });
  });
}

async function official(site: TestSite, gssCode: string, activePlans: number): Promise<void> {
  const { sendYears } = site.db.tables;
  await site.db.transaction("publish figures of a test", async (tx) => {
    const figures = {
      ...{ plansIssued: 100, plansInTime: 37, activePlans, assessmentRequests: 200, requestsRefused: 40 },
      ...{ appeals: 30, appealableDecisions: 1000, source: "A department" },
    };
    await tx
      .insert(sendYears)
      .values({ gssCode, year: 2031, ...figures })
      .onConflictDoNothing();
  });
}

async function csvOf(site: TestSite, path: string): Promise<Record<string, string>[]> {
  const { status, text, headers } = await (await serveSite(site)).ask(path);
  expect([status, headers["content-type"]]).toEqual([200, "text/csv; charset=utf-8; header=present"]);
  return parse(text, { bom: true, columns: true });
}

/** What a message to the member for Worcester says of families' stories. */
async function lineInMessages(site: TestSite) {
  const { slug } = await openPetition(site, { bodyGss: COUNTY });
  const campaign = await findCampaign(site.db.read, "petition", slug);
  const example = campaign && (await exampleReport(site.db.read, campaign, "E14001597"));
  if (!example) throw new Error("a test has no message");
  const items = [{ ...example.item, isAboutSchools: true }];
  return async () => (await readStories(site.db.read, items, "live"))(items);
}

test("the table of councils shows what each council's page shows, divided by the children with plans, beside officials", async () => {
  const site = await testSite();
  for (const code of [COUNTY, BIRMINGHAM]) await official(site, code, 4000);
  await families(site, COUNTY, 14);
  await families(site, BIRMINGHAM, 9);
  await sumStories(site, NOW);
  const { status, text } = await (await serveSite(site)).ask("/stories/compare");
  const words = readable(text);
  expect(status).toBe(200);
  expect(words).toContain("Stories are not a sample.");
  expect(words).toMatch(/Worcestershire Families who told us: 14 \D+1,000\D+ 3\.5 /);
  expect(words).toMatch(/Birmingham Families who told us: fewer than 10, or not yet shown/);
  expect(words).toMatch(/plans in 20 weeks: 37% in 2031/);
  const rows = await csvOf(site, "/stories/compare.csv");
  const county = rows.find(({ gss_code }) => gss_code === COUNTY);
  expect(county).toMatchObject({ families_who_told: "14", per_1000_children_with_plans: "3.5" });
  expect(rows.find(({ gss_code }) => gss_code === BIRMINGHAM)).toMatchObject({
    ...{ families_who_told: "", per_1000_children_with_plans: "", months_without_school_about: "" },
    plans_within_20_weeks_share: "0.37",
  });
});

test("it is sorted as asked, and those of whom nothing is shown stand last by name, whatever they hide", async () => {
  const site = await testSite();
  for (const code of [COUNTY, BIRMINGHAM, "E06000015", "E06000001"]) await official(site, code, 4000);
  await families(site, COUNTY, 14);
  await families(site, BIRMINGHAM, 20);
  await families(site, "E06000015", 9);
  await sumStories(site, NOW);
  const front = await serveSite(site);
  const order = async (query: string) =>
    [
      ...(await front.ask(`/stories/compare${query}`)).text.matchAll(/href="\/councils\/([^"/]+)\/stories"/g),
    ].map(([, slug]) => slug ?? "");
  const byFamilies = await order("?sort=families");
  expect(byFamilies.slice(0, 2)).toEqual(["birmingham", "worcestershire"]);
  const byName = await order("");
  expect(byFamilies.slice(2)).toEqual(byName.filter((slug) => !byFamilies.slice(0, 2).includes(slug)));
  expect((await order("?sort=families&turned=1")).slice(0, 2)).toEqual(["worcestershire", "birmingham"]);
  expect(await order("?sort=nonsense")).toEqual(byName);
  expect(byName.length).toBeGreaterThan(3);
});

test("page, table of councils, both files and messages say the same of a council at any time, a story taken back among it", async () => {
  const site = await testSite();
  await official(site, COUNTY, 4000);
  const { token } = await publishedStory(site);
  await families(site, COUNTY, 11);
  const inMessage = await lineInMessages(site);
  const seen: string[] = [];
  for (const [days, act] of [
    [0, async () => {}],
    [1, async () => void (await withdrawStory(site, token, NOW + 1))],
    [20, async () => families(site, COUNTY, 3, NOW + 20 * DAY)],
    [31, async () => {}],
    [32, async () => families(site, COUNTY, 3, NOW + 32 * DAY)],
    [33, async () => {}],
  ] as const) {
    await act();
    await sumStories(site, NOW + days * DAY);
    const page = readable((await (await serveSite(site)).ask("/councils/worcestershire/stories")).text);
    const told = /Added up from what (\d+) families told/.exec(page)?.[1] ?? "";
    const months = /without a full school place, added together about (\d+)/.exec(page)?.[1] ?? "";
    const own = await csvOf(site, "/councils/worcestershire/stories.csv");
    expect(own.find(({ measure }) => measure === "families")?.value ?? "").toBe(told);
    expect(own.find(({ measure }) => measure?.startsWith("without"))?.value ?? "").toBe(months);
    const all = await csvOf(site, "/stories/compare.csv");
    const county = all.find(({ gss_code }) => gss_code === COUNTY);
    expect([county?.families_who_told, county?.months_without_school_about]).toEqual([told, months]);
    const rate = Math.round((10_000 * Number(told)) / 4000) / 10;
    expect(county?.per_1000_children_with_plans).toBe(told === "" ? "" : String(rate));
    const said = await inMessage();
    expect([said?.familyCount, said?.monthsOut]).toEqual(
      [told, months].map((one) => (one === "" ? undefined : Number(one))),
    );
    seen.push(told);
  }
  expect(seen).toEqual(["12", "12", "12", "", "17", "17"]);
});

test("a district's file is its county's, and no cell is a formula", async () => {
  const site = await testSite();
  const { status, headers } = await (await serveSite(site)).ask("/councils/worcester/stories.csv");
  expect([status, headers.location]).toEqual([301, "/councils/worcestershire/stories.csv"]);
});

test("files with sums of invented families say so in each row of theirs, and nowhere else", async () => {
  const site = await testSite();
  await site.db.transaction("seed stories", (tx) => seedStories(tx, site.keyring, NOW));
  await families(site, BIRMINGHAM, 14);
  await official(site, COUNTY, 4000);
  await sumStories(site, NOW);
  const note = "Demonstration: invented families";
  const rows = await csvOf(site, "/councils/worcestershire/stories.csv");
  const [told, officials] = [rows.filter((row) => row.of_families !== ""), rows.slice(-1)];
  expect(told.length).toBeGreaterThan(3);
  expect(new Set(told.map(({ source }) => source))).toEqual(new Set([note]));
  expect(officials.every(({ source }) => source !== note)).toBe(true);
  const compared = await csvOf(site, "/stories/compare.csv");
  const noteOf = (code: string) => compared.find(({ gss_code }) => gss_code === code)?.note;
  expect([noteOf(COUNTY), noteOf(BIRMINGHAM)]).toEqual([note, ""]);
});
