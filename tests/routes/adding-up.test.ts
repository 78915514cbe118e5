import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { seedDemonstration } from "#db/seed/seed-demonstration.server.ts";
import { testDatabaseUrl } from "#tests/database.ts";
import { NOW } from "#tests/factories.ts";
import { siteOn, type TestSite } from "#tests/site.ts";
import { openPages, readable, type SitePages } from "./site-pages.ts";

/** Seeded once, and only read. */
let site: TestSite;
let pages: SitePages;
let dropDatabase: () => Promise<void>;

beforeAll(async () => {
  const { url, drop } = await testDatabaseUrl();
  dropDatabase = drop;
  site = await siteOn(openDatabase(url));
  await seedDemonstration(site, NOW);
  pages = await openPages(site);
});

afterAll(async () => {
  await site.db.close();
  await dropDatabase();
});

/** Every page of an area that a published number of the demonstration is of, by level. */
async function listPaths(): Promise<{ path: string; level: string; code: string }[]> {
  const { publishedTallies, areas } = site.db.tables;
  const rows = await site.db.read
    .selectDistinct({ level: publishedTallies.level, code: publishedTallies.code })
    .from(publishedTallies);
  const all = new Map((await site.db.read.select().from(areas)).map((area) => [area.gssCode, area]));
  return rows.flatMap(({ level, code }) => {
    const area = all.get(code);
    if (!area) return [];
    const tier = area.kind === "district" ? "lower" : "upper";
    if (area.level === "council")
      return level === tier ? [{ level, code, path: `/councils/${area.slug}` }] : [];
    if (area.level === "constituency") return [{ level, code, path: `/constituencies/${area.slug}` }];
    const parent = all.get(area.parentGss);
    return [{ level, code, path: `/councils/${parent?.slug}/${area.level}s/${area.slug}` }];
  });
}

/** The numbers in the last column of a page's table of campaigns. */
function countsOf(html: string): number[] {
  const table = /<table class="places area-campaigns">[\s\S]*?<\/table>/.exec(html)?.[0] ?? "";
  return [...table.matchAll(/<td class="figure">([\d,]+)<\/td>/g)].map(([, n = ""]) =>
    Number(n.replace(",", "")),
  );
}

test("what a page of an area shows are its own published numbers at one level, none of them 1 to 4", async () => {
  const paths = await listPaths();
  expect(paths.length).toBeGreaterThan(100);
  const { publishedTallies, campaigns } = site.db.tables;
  const published = await site.db.read.select().from(publishedTallies);
  const open = new Set(
    (await site.db.read.select().from(campaigns)).filter((one) => one.state === "open").map((one) => one.id),
  );
  for (const { path, level, code } of paths) {
    const response = await pages.get(path);
    expect(response.status, path).toBe(200);
    const html = await response.text();
    const ours = published.filter((row) => row.level === level && row.code === code);
    const sorted = (counts: number[]) => counts.sort((a, b) => a - b);
    expect(sorted(countsOf(html)), path).toEqual(sorted(ours.map((row) => row.count)));
    const sum = ours.filter((row) => open.has(row.campaignId)).reduce((total, row) => total + row.count, 0);
    const said = /([\d,]+) signatures from here/.exec(readable(html))?.[1];
    expect(Number((said ?? "0").replace(",", "")), path).toBe(sum);
    const told = [...html.matchAll(/<td role="cell" class="figure">([\d,]+)/g)].map(([, n = ""]) => n);
    for (const count of [...countsOf(html).map(String), ...told, ...(said ? [said] : [])])
      expect(Number(count.replace(",", "")), path).toBeGreaterThanOrEqual(5);
  }
});
