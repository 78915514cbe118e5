import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findEvidence } from "#app/domain/story/council-evidence.server.ts";
import { StatementForm } from "#app/domain/story/statement-form.ts";
import { storySum, sumStories } from "#app/domain/story/sum-stories.server.ts";
import { writeStatement } from "#app/domain/story/write-statement.server.ts";
import { seedStories } from "#db/seed/seed-stories.server.ts";
import { wipeDemonstration } from "#db/seed/wipe-demonstration.server.ts";
import { NOW } from "../../factories.ts";
import { testSite } from "../../site.ts";
import { publishedStory } from "../../story-factories.ts";

test("fourteen invented stories are marked as such, and what their families told is added up", async () => {
  const site = await testSite();
  const { stories, outbox } = site.db.tables;
  await site.db.transaction("seed stories", (tx) => seedStories(tx, site.keyring, NOW));
  await sumStories(site, NOW);
  const told = await site.db.read.select().from(stories);
  expect(told.every(({ isDemonstration, email }) => isDemonstration && email === "")).toBe(true);
  expect(told.every(({ text, pullQuote }) => text.includes(pullQuote))).toBe(true);
  expect(await site.db.read.select().from(outbox)).toEqual([]);
  const { storyCount, sum } = await findEvidence(site.db.read, "E10000034");
  expect([storyCount, sum?.familyCount]).toEqual([14, 13]);
  expect(Object.keys(sum?.totals ?? {})).toEqual(["monthsOut", "money", "miles", "monthsWaited"]);
  expect(sum?.bars.no_place).toEqual({ count: 8, of: 13 });
  expect(sum?.bars.transport).toBeUndefined();
});

test("a demonstration that is wiped leaves no invented story, no sum with one, no reply to one, and all that is real", async () => {
  const site = await testSite();
  const { tables, read } = site.db;
  await site.db.transaction("seed stories", (tx) => seedStories(tx, site.keyring, NOW));
  await sumStories(site, NOW);
  const [invented] = await read.select().from(tables.stories).limit(1);
  const real = await publishedStory(site);
  const clientAddress = "192.0.2.7";
  for (const storyId of [invented?.id ?? "", real.id, ""]) {
    const form = StatementForm.parse({
      ...{ kind: "statement", words: "We meet every family within ten days.", name: "Fern Hathersage" },
      ...{ role: "Director", organisation: "Worcestershire County Council", email: "fern@example.org" },
    });
    await writeStatement(site, { about: { storyId, councilGss: "E10000034" }, form, clientAddress }, NOW);
  }
  for (const _ of [1, 2]) await wipeDemonstration(site.db);
  const kept = await read.select().from(tables.stories);
  expect(kept.map(({ id }) => id)).toEqual([real.id]);
  const { storyStatements, storyFacts, storyConsents, storySumMembers, links } = tables;
  expect((await read.select().from(storyStatements)).map(({ storyId }) => storyId)).toEqual([real.id]);
  expect((await read.select().from(storyFacts)).map(({ storyId }) => storyId)).toEqual([real.id]);
  expect(new Set((await read.select().from(storyConsents)).map(({ storyId }) => storyId))).toEqual(
    new Set([real.id]),
  );
  expect(await read.select().from(storySumMembers)).toEqual([]);
  expect(await storySum(read, "E10000034")).toBeUndefined();
  const statementLinks = await read.select().from(links).where(eq(links.purpose, "story_statement"));
  expect(statementLinks.length).toBe(1);
});
