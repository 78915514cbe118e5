import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { GONE_STATES, takesSignatures, VISIBLE_STATES } from "#app/domain/campaign/campaign.ts";
import { closeCampaigns } from "#app/domain/campaign/close-campaigns.server.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";

test.each([
  ["winter", "2027-01-31", "2027-02-01T00:00:00Z"],
  ["summer", "2027-06-30", "2027-06-30T23:00:00Z"],
  ["the day the clocks go forward", "2027-03-28", "2027-03-28T23:00:00Z"],
  ["the day the clocks go back", "2027-10-31", "2027-11-01T00:00:00Z"],
])("a campaign closes when its last day in London is over: %s", async (_when, closesOn, over) => {
  const site = await testSite();
  const petition = await openPetition(site, { closesOn });
  const end = Date.parse(over);
  expect(takesSignatures(petition, end - 1)).toBe(true);
  expect(takesSignatures(petition, end)).toBe(false);
  expect(await closeCampaigns(site, end - 1)).toBe(0);
  expect(await closeCampaigns(site, end)).toBe(1);
  expect(await closeCampaigns(site, end)).toBe(0);
  expect(await campaignOf(site, petition)).toMatchObject({ state: "closed", closedAt: end });
});

test("a paused campaign closes on its day too; no other state does", async () => {
  const site = await testSite();
  const states: CampaignState[] = [...VISIBLE_STATES, ...GONE_STATES, "draft", "in_review"];
  for (const state of states) await openPetition(site, { closesOn: "2026-11-01", state });
  expect(await closeCampaigns(site, Date.parse("2026-11-25T12:00Z"))).toBe(2);
  const rows = await site.db.read.select().from(site.db.tables.campaigns);
  expect(rows.filter((row) => row.closedAt !== null).map((row) => row.state)).toEqual(["closed", "closed"]);
  expect(rows.map((row) => row.state).toSorted()).toEqual(
    [...states.filter((state) => state !== "open" && state !== "paused"), "closed", "closed"].toSorted(),
  );
});

test("two workers close a campaign once, and its numbers are published once more", async () => {
  const site = await testSite({ poolSize: 8 });
  await openPetition(site, { closesOn: "2026-11-01" });
  const now = Date.parse("2026-11-25T12:00Z");
  const closed = await Promise.all([
    closeCampaigns(site, now),
    closeCampaigns(site, now),
    closeCampaigns(site, now),
  ]);
  expect(closed.toSorted()).toEqual([0, 0, 1]);
  const jobs = await site.db.read.select().from(site.db.tables.jobs);
  expect(jobs.map((job) => job.kind)).toEqual(["publish-tallies"]);
});

async function campaignOf(site: TestSite, { id }: { id: string }) {
  const { campaigns } = site.db.tables;
  const [row] = await site.db.read.select().from(campaigns).where(eq(campaigns.id, id));
  return row;
}
