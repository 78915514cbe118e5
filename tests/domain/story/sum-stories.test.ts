import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Site } from "#app/domain/site.ts";
import { publishStory } from "#app/domain/story/publish-story.server.ts";
import { openContent } from "#app/domain/story/sealed-story.server.ts";
import { storySum, sumStories } from "#app/domain/story/sum-stories.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { NOW } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { sentStory } from "#tests/story-factories.ts";

const COUNCIL = "E10000034";
const LATER = NOW + 30 * DAY;

/** Facts of families as publishing leaves them. */
async function told(site: Site, from: number, to: number, joinedAt = NOW): Promise<void> {
  await site.db.transaction("tell facts of a test", async (tx) => {
    for (let number = from; number <= to; number++)
      await tx.insert(tx.tables.storyFacts).values({
        ...{ storyId: `story-${number}`, councilGss: COUNCIL, districtGss: "", constituencyGss: "" },
        ...{ need: "asd", ageBand: "", monthsOut: "7-12", money: "", miles: "", monthsWaited: "" },
        ...{ tribunal: "", happened: JSON.stringify(["no_place"]), joinedAt, leftAt: null },
      });
  });
}

async function leave(site: Site, storyId: string, leftAt: number): Promise<void> {
  const { storyFacts } = site.db.tables;
  await site.db.transaction("take back facts of a test", async (tx) => {
    await tx.update(storyFacts).set({ leftAt }).where(eq(storyFacts.storyId, storyId));
  });
}

async function keptIds(site: Site): Promise<string[]> {
  const rows = await site.db.read.select().from(site.db.tables.storyFacts);
  return rows.map(({ storyId }) => storyId).toSorted();
}

test("the sum of a council appears with its tenth family and says nothing before", async () => {
  const site = await testSite();
  await told(site, 1, 9);
  expect(await sumStories(site, NOW)).toBe(1);
  expect(await storySum(site.db.read, COUNCIL)).toBeUndefined();
  await told(site, 10, 10);
  await sumStories(site, NOW + DAY);
  expect(await storySum(site.db.read, COUNCIL)).toEqual({
    ...{ familyCount: 10, summedAt: NOW + DAY },
    bars: { no_place: { count: 10, of: 10 } },
    totals: { monthsOut: { about: 95, givers: 10, isHeld: false } },
  });
  await told(site, 11, 15);
  await sumStories(site, NOW + 2 * DAY);
  expect((await storySum(site.db.read, COUNCIL))?.familyCount).toBe(10);
  await sumStories(site, LATER + DAY);
  expect((await storySum(site.db.read, COUNCIL))?.totals.monthsOut?.about).toBe(140);
});

test("facts that were taken back are deleted when no shown sum holds them, and the sum is down after thirty days", async () => {
  const site = await testSite();
  await told(site, 10, 20);
  await sumStories(site, NOW);
  await told(site, 21, 21);
  await leave(site, "story-10", NOW + DAY);
  await leave(site, "story-21", NOW + DAY);
  await sumStories(site, NOW + 2 * DAY);
  expect(await keptIds(site)).not.toContain("story-21");
  expect(await keptIds(site)).toContain("story-10");
  await sumStories(site, NOW + 30 * DAY);
  expect((await storySum(site.db.read, COUNCIL))?.familyCount).toBe(11);
  await sumStories(site, NOW + 31 * DAY);
  expect(await storySum(site.db.read, COUNCIL)).toBeUndefined();
  expect(await keptIds(site)).not.toContain("story-10");
  await sumStories(site, NOW + 90 * DAY);
  expect(await storySum(site.db.read, COUNCIL)).toBeUndefined();
  await told(site, 30, 33, NOW + 90 * DAY);
  await sumStories(site, NOW + 91 * DAY);
  expect((await storySum(site.db.read, COUNCIL))?.familyCount).toBe(14);
});

test("a sum whose families have all gone is taken down as well", async () => {
  const site = await testSite();
  await told(site, 10, 19);
  await sumStories(site, NOW);
  for (let number = 10; number <= 19; number++) await leave(site, `story-${number}`, NOW + DAY);
  await sumStories(site, NOW + 31 * DAY);
  expect(await storySum(site.db.read, COUNCIL)).toBeUndefined();
  expect(await keptIds(site)).toEqual([]);
});

test("what people who work with children tell is read and not counted among families", async () => {
  const site = await testSite();
  const { stories } = site.db.tables;
  for (const teller of ["professional", "parent"] as const) {
    const { id } = await sentStory(site, { content: { teller } });
    const [row] = await site.db.read.select().from(stories).where(eq(stories.id, id));
    if (!row) throw new Error("a test has no story");
    const content = openContent(site.keyring, row);
    const isDone = await site.db.transaction("publish", (tx) => publishStory(tx, row, content, NOW));
    expect(isDone).toBe(true);
    expect(await keptIds(site)).toEqual(teller === "parent" ? [id] : []);
  }
});
