import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { countTrends } from "#app/domain/campaign/count-trends.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { STATE_FILTERS } from "#app/http/list-query.ts";
import type { CampaignDraft } from "#db/seed/insert-campaign.server.ts";
import { confirmedSignature, NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { openPages, type SitePages } from "./site-pages.ts";

const BODIES: readonly Partial<CampaignDraft>[] = [
  {},
  { bodyName: "Worcester City Council", bodyGss: "E07000237" },
  { bodyName: "Malvern Hills District Council", bodyGss: "E07000235" },
  { bodyName: "Derbyshire County Council", bodyGss: "E10000007" },
  { bodyKind: "department", bodyName: "Department for Education", bodyGss: "" },
];

/** Petitions of every state and kind, some with answers, some signed this week. */
async function manyPetitions(site: TestSite): Promise<void> {
  const states = [
    "open",
    "open",
    "open",
    "paused",
    "closed",
    "archived",
    "rejected",
    "hidden",
    "draft",
  ] as const;
  for (let index = 0; index < 72; index += 1) {
    const petition = await openPetition(
      site,
      {
        title: `${["Bus", "Bridge", "Library"][index % 3]} number ${index}`,
        why: index % 4 === 0 ? "The bridge and the library." : "It matters.",
        state: states[index % 9],
        closesOn: `2026-12-${10 + (index % 13)}`,
        ...BODIES[index % 5],
      },
      NOW - (index % 7) * DAY,
    );
    if (index % 5 === 0) await answer(site, petition.id);
    if (index % 9 < 3 && index % 2 === 0) await confirmedSignature(site, petition, {}, NOW - DAY);
  }
  await countTrends(site, NOW);
}

async function answer(site: TestSite, campaignId: string): Promise<void> {
  const { asks } = site.db.tables;
  await site.db.transaction("answer", async (tx) => {
    await tx.update(asks).set({ outcome: "promised" }).where(eq(asks.campaignId, campaignId));
  });
}

async function htmlSlugs(pages: SitePages, query: string): Promise<{ status: number; slugs: string[] }> {
  const page = await pages.get(`/petitions${query}`);
  const html = await page.text();
  const list = /<ul class="campaigns[\s\S]*?<\/ul>/.exec(html)?.[0] ?? "";
  const slugs = [...list.matchAll(/href="\/petitions\/([^"]+)"/g)].map(([, slug = ""]) => slug);
  return { status: page.status, slugs };
}

interface ListJson {
  links: Record<"self" | "first" | "last" | "next" | "prev", string | null>;
  data: { attributes: { slug: string; state: string } }[];
}

async function json(
  pages: SitePages,
  query: string,
): Promise<{ status: number; body: ListJson; slugs: string[] }> {
  const answered = await pages.get(`/petitions.json${query}`);
  const body: ListJson = await answered.json();
  return { status: answered.status, body, slugs: (body.data ?? []).map(({ attributes }) => attributes.slug) };
}

test("page and JSON of a list show the same petitions in the same order, whatever is asked for", async () => {
  const site = await testSite();
  await manyPetitions(site);
  const pages = await openPages(site);
  const maybe = (...values: string[]) => fc.constantFrom("", ...values);
  const asked = fc.record({
    q: maybe("bus", "bridge", "brigde", "library number", "numb", "zebra", '"', "the"),
    council: maybe("worcestershire", "worcester", "E10000007", "nowhere"),
    state: maybe(...Object.keys(STATE_FILTERS), "hidden", "draft"),
    sort: maybe("best", "newest", "week", "closing", "other"),
    page: maybe("1", "2", "3", "99"),
    exact: maybe("1"),
  });
  await fc.assert(
    fc.asyncProperty(asked, async (values) => {
      const query = `?${new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ""))}`;
      const html = await htmlSlugs(pages, query);
      const data = await json(pages, query);
      expect([query, html.status, html.slugs]).toEqual([query, data.status, data.slugs]);
    }),
    { numRuns: 30 },
  );
});

test("each word for a state lists just those states, over all pages that the links lead to", async () => {
  const site = await testSite();
  await manyPetitions(site);
  const pages = await openPages(site);
  for (const [word, states] of Object.entries(STATE_FILTERS)) {
    if (word === "answered") continue;
    const seen: string[] = [];
    let next: string | null = `?state=${word}`;
    while (next !== null) {
      const { body } = await json(pages, next);
      seen.push(...body.data.map(({ attributes }) => attributes.state));
      next = body.links.next && new URL(body.links.next).search;
    }
    expect([word, [...new Set(seen)].sort()]).toEqual([word, [...states].sort()]);
  }
});

test("a page after the last is not there, neither as a page nor as JSON", async () => {
  const pages = await openPages(await testSite());
  expect((await pages.get("/petitions?page=1")).status).toBe(200);
  expect((await pages.get("/petitions.json?page=1")).status).toBe(200);
  for (const path of ["/petitions?page=2", "/petitions.json?page=2", "/petitions.json?page=99&state=closed"])
    expect([path, (await pages.get(path)).status]).toEqual([path, 404]);
});

test("answered petitions are those with an answer to at least one ask, and their cards say which", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { title: "Answered one", asks: ["One thing", "Another"] });
  await openPetition(site, { title: "Not answered" });
  const { asks } = site.db.tables;
  await site.db.transaction("answer", async (tx) => {
    await tx
      .update(asks)
      .set({ outcome: "done" })
      .where(and(eq(asks.campaignId, petition.id), eq(asks.position, 2)));
  });
  const text = await (await openPages(site)).read("/petitions?state=answered");
  expect(text).toContain("1 answered petition");
  expect(text).toContain("Of its 2 demands: 1 done");
  expect(text).not.toContain("Not answered");
});

test("the links to other lists keep what was searched for, and say which one this is", async () => {
  const site = await testSite();
  await openPetition(site, { title: "Mend the bus" });
  const pages = await openPages(site);
  const here = async (query: string) => {
    const html = await (await pages.get(`/petitions${query}`)).text();
    return [...html.matchAll(/<a href="([^"]*)" aria-current="page">([^<]*)<\/a>/g)]
      .map(([, , words]) => words)
      .filter((words) => words !== "Petitions");
  };
  expect(await here("")).toEqual(["Newest"]);
  expect(await here("?q=bus")).toEqual(["Best match"]);
  expect(await here("?q=bus&sort=newest")).toEqual(["Newest"]);
  expect(await here("?sort=week")).toEqual(["Most signed this week"]);
  expect(await here("?state=rejected&council=worcester")).toEqual(["Rejected"]);
  expect(await here("?state=paused")).toEqual([]);
  const html = await (await pages.get("/petitions?q=bus&council=worcester&page=1")).text();
  expect(html).toContain('href="/petitions?q=bus&amp;council=worcester&amp;sort=closing"');
  expect(html).toContain('href="/petitions?q=bus&amp;council=worcester&amp;state=rejected"');
});

test("a misspelt search shows what it may have meant, and the way back to what was typed", async () => {
  const site = await testSite();
  await openPetition(site, { title: "School transport" });
  const pages = await openPages(site);
  const html = await (await pages.get("/petitions?q=transprot")).text();
  expect(html).toContain("Showing results for “<!-- -->transport<!-- -->”");
  expect(html).toContain('href="/petitions?q=transprot&amp;exact=1"');
  expect(html).toContain("1 open petition about “transport”");
  expect(await pages.read("/petitions?q=transprot&exact=1")).toContain("No open petitions about “transprot”");
  expect(await pages.read("/petitions?q=the+of")).toContain("These words say too little");
});

test("a council's list holds both tiers of its place, and says so", async () => {
  const site = await testSite();
  for (const body of BODIES)
    await openPetition(site, { title: `To ${body.bodyName ?? "Worcestershire"}`, ...body });
  const pages = await openPages(site);
  const county = await pages.read("/petitions?council=worcestershire");
  expect(county).toContain("3 open petitions to Worcestershire County Council or a district council in it");
  const district = await pages.read("/petitions?council=worcester");
  expect(district).toContain("2 open petitions to Worcester City Council or Worcestershire County Council");
  expect(district).toContain("Worcestershire County Council runs schools and special needs support here");
  const nothing = await pages.read("/petitions?council=trafford");
  expect(nothing).toContain("No open petitions to Trafford");
  expect(nothing).toContain("There are none just now.");
});
