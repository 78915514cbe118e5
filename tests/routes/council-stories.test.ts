import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { sumStories } from "#app/domain/story/sum-stories.server.ts";
import { withdrawStory } from "#app/domain/story/withdraw-story.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { publishedStory } from "#tests/story-factories.ts";
import { serveSite } from "./served-site.ts";
import { readable } from "./site-pages.ts";

const PAGE = "/councils/worcestershire/stories";

/** More families whose facts are counted, as if their stories were published too. */
async function others(site: TestSite, count: number): Promise<void> {
  const { storyFacts } = site.db.tables;
  const [one] = await site.db.read.select().from(storyFacts).limit(1);
  if (!one) throw new Error("a test has no story to copy");
  await site.db.transaction("copy facts of a test", async (tx) => {
    for (let number = 0; number < count; number++)
      await tx.insert(storyFacts).values({ ...one, storyId: `other-${number}` });
  });
}

test("below ten families a council's page adds nothing up, and still lets people read", async () => {
  const site = await testSite();
  await publishedStory(site);
  await others(site, 8);
  await sumStories(site, NOW);
  const front = await serveSite(site);
  const { status, text } = await front.ask(PAGE);
  const words = readable(text);
  expect(status).toBe(200);
  expect(words).toContain("A year at the kitchen table");
  expect(words).toContain("From ten families on, we add up what they told");
  expect(words).not.toContain("about 8");
  expect(text).not.toContain('class="bars');
});

test("from ten on it shows sums and bars, on the council's page too, and the officials' figures apart", async () => {
  const site = await testSite();
  await publishedStory(site);
  await others(site, 9);
  await sumStories(site, NOW);
  const front = await serveSite(site);
  const { text } = await front.ask(PAGE);
  const words = readable(text);
  expect(words).toContain("about 95");
  expect(words).toContain("Added up from what 10 families told");
  expect(text).toMatch(/No school place<\/span><b>10<\/b>/);
  expect(text.indexOf("The official figures")).toBeGreaterThan(text.indexOf("Their stories"));
  const council = await front.ask("/councils/worcestershire");
  expect(readable(council.text)).toContain("about 95");
  expect(council.text).toContain(`href="${PAGE}"`);
});

test("a fact is never beside a story: the list of a council says nothing that was chosen beside the text", async () => {
  const site = await testSite();
  await publishedStory(site, { content: { need: "msi", money: "10001-25000", happened: ["exclusion"] } });
  const { text } = await (await serveSite(site)).ask(PAGE);
  for (const words of ["Hearing and vision", "£10,001", "17,500", "Sent home or excluded"])
    expect(text).not.toContain(words);
});

test("a story that is taken back is off the council's page, and the sum follows by its own rule", async () => {
  const site = await testSite();
  const { token, id } = await publishedStory(site);
  await others(site, 9);
  await sumStories(site, NOW);
  await withdrawStory(site, token, NOW + 1);
  const front = await serveSite(site);
  expect(readable((await front.ask(PAGE)).text)).not.toContain("A year at the kitchen table");
  await sumStories(site, NOW + 31 * DAY);
  expect(readable((await front.ask(PAGE)).text)).not.toContain("about 95");
  const { storyFacts } = site.db.tables;
  expect(await site.db.read.select().from(storyFacts).where(eq(storyFacts.storyId, id))).toEqual([]);
});

test("a district's address leads to the county that runs schools there, and an unknown council is not found", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const { status, headers } = await front.ask("/councils/worcester/stories");
  expect([status, headers.location]).toEqual([302, PAGE]);
  expect((await front.ask("/councils/nowhere/stories")).status).toBe(404);
});
