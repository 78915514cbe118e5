import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { countTrends } from "#app/domain/campaign/count-trends.server.ts";
import { listCampaigns } from "#app/domain/campaign/list-campaigns.server.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { confirmedSignature, NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";

async function week(site: TestSite): Promise<[string, number | undefined][]> {
  const filter = { kind: "petition", states: ["open"], q: "", sort: "week" } as const;
  const { campaigns, count } = await listCampaigns(site.db.read, filter, 1);
  expect(campaigns).toHaveLength(count);
  return campaigns.map(({ title, weekCount }) => [title, weekCount]);
}

test("the trend counts who signed in the last seven days, less who took their name off", async () => {
  const site = await testSite();
  const busy = await openPetition(site, { title: "Busy" }, NOW - 30 * DAY);
  const slow = await openPetition(site, { title: "Slow" }, NOW - 30 * DAY);
  const past = await openPetition(site, { title: "Past" }, NOW - 30 * DAY);
  for (const ago of [1, 2, 3]) await confirmedSignature(site, busy, {}, NOW - ago * DAY);
  const off = await confirmedSignature(site, busy, {}, NOW - DAY);
  await withdrawSignature(site, off.manageToken, NOW - HOUR);
  for (const ago of [1, 9, 10, 11, 12]) await confirmedSignature(site, slow, {}, NOW - ago * DAY);
  await confirmedSignature(site, past, {}, NOW - 8 * DAY);
  await countTrends(site, NOW);
  await countTrends(site, NOW);
  expect(await week(site)).toEqual([
    ["Busy", 3],
    ["Slow", 1],
  ]);
  await countTrends(site, NOW + 5 * DAY);
  expect(await week(site)).toEqual([
    ["Busy", 2],
    ["Slow", 1],
  ]);
  await countTrends(site, NOW + 8 * DAY);
  expect(await week(site)).toEqual([]);
});

test("what nobody may sign has no trend, and what has been hidden since is not listed", async () => {
  const site = await testSite();
  const { campaigns, trends } = site.db.tables;
  for (const state of ["gathering", "closed", "hidden", "paused", "open"] as const) {
    const petition = await openPetition(site, { title: state });
    await confirmedSignature(site, petition, {}, NOW - DAY);
    await site.db.transaction("move", async (tx) => {
      await tx.update(campaigns).set({ state }).where(eq(campaigns.id, petition.id));
    });
  }
  await countTrends(site, NOW);
  expect(await site.db.read.select().from(trends)).toHaveLength(2);
  expect(await week(site)).toEqual([["open", 1]]);
  await site.db.transaction("hide", async (tx) => {
    await tx.update(campaigns).set({ state: "hidden" });
  });
  expect(await week(site)).toEqual([]);
  await countTrends(site, NOW + HOUR);
  expect(await site.db.read.select().from(trends)).toEqual([]);
});
