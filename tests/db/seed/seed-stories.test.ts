import { expect, test } from "vitest";
import { findEvidence } from "#app/domain/story/council-evidence.server.ts";
import { sumStories } from "#app/domain/story/sum-stories.server.ts";
import { seedStories } from "#db/seed/seed-stories.server.ts";
import { NOW } from "../../factories.ts";
import { testSite } from "../../site.ts";

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
