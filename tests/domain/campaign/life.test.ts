import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { closeCampaign } from "#app/domain/campaign/close-campaign.server.ts";
import { closeCampaigns } from "#app/domain/campaign/close-campaigns.server.ts";
import { giveUpCampaign } from "#app/domain/campaign/give-up-campaign.server.ts";
import { moveNote } from "#app/domain/campaign/move-campaign.server.ts";
import { pauseCampaign } from "#app/domain/campaign/pause-campaign.server.ts";
import { removeCampaign } from "#app/domain/campaign/remove-campaign.server.ts";
import { reopenCampaign } from "#app/domain/campaign/reopen-campaign.server.ts";
import { resumeCampaign } from "#app/domain/campaign/resume-campaign.server.ts";
import { submitCampaign } from "#app/domain/campaign/submit-campaign.server.ts";
import { endRetention } from "#app/domain/signature/end-retention.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { confirm, total } from "../signature/signing.ts";
import { organisedPetition, supporters } from "./organised-petition.ts";

test("a petition goes to the moderators once five people support it, and its organisers are told", async () => {
  const site = await testSite();
  const { petition, ownerId: accountId } = await organisedPetition(site);
  const asked = { campaignId: petition.id, accountId };
  await supporters(site, petition, 4);
  expect(await submitCampaign(site, asked, NOW)).toBe("too_few_supporters");
  await supporters(site, petition, 1);
  expect(await submitCampaign(site, asked, NOW + HOUR)).toBe("submitted");
  expect(await submitCampaign(site, asked, NOW + HOUR)).toBe("not_now");
  expect(await campaignOf(site, petition)).toMatchObject({ state: "in_review", reviewSince: NOW + HOUR });
  expect(await noticesOf(site)).toEqual(["submitted", "supported"]);
});

test("one that was sent back for changes goes to the moderators again, however few support it now", async () => {
  const site = await testSite();
  const { petition, ownerId: accountId } = await organisedPetition(site, { state: "changes_requested" });
  expect(await submitCampaign(site, { campaignId: petition.id, accountId }, NOW)).toBe("submitted");
});

test.each(["open", "in_review", "rejected", "hidden", "removed", "closed", "draft"] as const)(
  "one that is %s does not go to the moderators",
  async (state) => {
    const site = await testSite();
    const { petition, ownerId: accountId } = await organisedPetition(site, { state });
    expect(await submitCampaign(site, { campaignId: petition.id, accountId }, NOW)).toBe("not_now");
  },
);

test("closed early it is closed as of then, links mailed before count for a day more, later ones never", async () => {
  const site = await testSite();
  const { petition, ownerId: accountId } = await organisedPetition(site, { state: "open" });
  const early = await signPetition(site, petition, {}, NOW);
  const late = await signPetition(site, petition, {}, NOW + HOUR);
  const closing = { campaignId: petition.id, accountId, mover: "organiser" } as const;
  expect(await closeCampaign(site, closing, NOW + 2 * HOUR)).toBe("closed");
  expect(await closeCampaign(site, closing, NOW + 2 * HOUR)).toBe("not_now");
  expect(await campaignOf(site, petition)).toMatchObject({ state: "closed", closedAt: NOW + 2 * HOUR });
  expect(await confirm(site, early.confirmToken, NOW + 26 * HOUR - 1)).toBe("confirmed");
  expect(await confirm(site, late.confirmToken, NOW + 26 * HOUR)).toBe("campaign_closed");
  expect(await total(site, petition)).toBe(1);
});

test("after its last day there is a day's grace, before and after the scheduled job has closed it", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { closesOn: "2026-11-25" });
  const end = Date.parse("2026-11-26T00:00:00Z");
  const [first, second, third] = [
    await signPetition(site, petition, {}, end - 1),
    await signPetition(site, petition, {}, end - 1),
    await signPetition(site, petition, {}, end - 1),
  ];
  expect(await confirm(site, first.confirmToken, end + HOUR)).toBe("confirmed");
  // The job comes half a day late; the petition closed at the end of its day all the same.
  expect(await closeCampaigns(site, end + 12 * HOUR)).toBe(1);
  expect(await campaignOf(site, petition)).toMatchObject({ closedAt: end });
  expect(await confirm(site, second.confirmToken, end + DAY - 1)).toBe("confirmed");
  expect(await confirm(site, third.confirmToken, end + DAY)).toBe("campaign_closed");
});

test("what counts in the hours of grace is published", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { closesOn: "2026-11-25" });
  const { confirmToken } = await signPetition(site, petition);
  const end = Date.parse("2026-11-26T00:00:00Z");
  await closeCampaigns(site, end);
  await site.db.transaction("forget jobs", async (tx) => {
    await tx.delete(tx.tables.jobs);
  });
  await confirm(site, confirmToken, end + HOUR);
  const jobs = await site.db.read.select().from(site.db.tables.jobs);
  expect(jobs.map(({ kind, rowId }) => [kind, rowId])).toEqual([["publish-tallies", petition.id]]);
});

test.each(["rejected", "hidden", "removed", "archived", "paused"] as const)(
  "there is no grace for one that is %s",
  async (state) => {
    const site = await testSite();
    const petition = await openPetition(site);
    const { confirmToken } = await signPetition(site, petition);
    await site.db.transaction("put", async (tx) => {
      const { campaigns } = tx.tables;
      await tx.update(campaigns).set({ state, closedAt: NOW }).where(eq(campaigns.id, petition.id));
    });
    expect(await confirm(site, confirmToken, NOW + HOUR)).toBe("campaign_closed");
  },
);

test("moderators pause a petition and let it go on; its organisers are told why, the note only in the log of moves", async () => {
  const site = await testSite();
  const { petition } = await organisedPetition(site, { state: "open" });
  const by = { campaignId: petition.id, accountId: "moderator", mover: "moderator" } as const;
  const pausing = { ...by, reason: "signatures_checked", note: "Two hundred came at once." };
  expect(await pauseCampaign(site, pausing, NOW)).toBe("paused");
  expect(await pauseCampaign(site, pausing, NOW)).toBe("not_now");
  expect(await closeCampaign(site, by, NOW)).toBe("not_now");
  expect(await resumeCampaign(site, by, NOW + 1)).toBe("resumed");
  expect(await resumeCampaign(site, by, NOW + 1)).toBe("not_now");
  const moves = await site.db.read.select().from(site.db.tables.campaignMoves);
  const paused = moves.find((move) => move.toState === "paused");
  expect(paused?.note).not.toContain("hundred");
  expect(site.keyring.open(moveNote(paused?.id ?? ""), paused?.note ?? "")).toBe("Two hundred came at once.");
  expect(await noticesOf(site)).toEqual(["decision", "decision"]);
});

test("nobody who looks after the site decides about a petition of their own", async () => {
  const site = await testSite();
  const { petition, ownerId: accountId } = await organisedPetition(site, { state: "open" });
  const by = { campaignId: petition.id, accountId };
  expect(await pauseCampaign(site, { ...by, mover: "moderator" }, NOW)).toBe("own_campaign");
  expect(await closeCampaign(site, { ...by, mover: "admin" }, NOW)).toBe("own_campaign");
  expect(await removeCampaign(site, by, NOW)).toBe("own_campaign");
  expect(await campaignOf(site, petition)).toMatchObject({ state: "open" });
});

test("an admin opens a closed petition again until a day that is one to twelve months away", async () => {
  const site = await testSite();
  const { petition } = await organisedPetition(site, { state: "closed", closedAt: NOW - DAY });
  const asked = { campaignId: petition.id, accountId: "admin" };
  const reopen = (closesOn: string) => reopenCampaign(site, { ...asked, closesOn }, NOW);
  for (const day of ["2026-12-24", "2027-11-26", "2026-11-25"]) expect(await reopen(day)).toBe("bad_date");
  expect(await reopen("2026-12-25")).toBe("reopened");
  expect(await reopen("2026-12-25")).toBe("not_now");
  expect(await campaignOf(site, petition)).toMatchObject({
    ...{ state: "open", closesOn: "2026-12-25", closedAt: null },
  });
  await confirmedSignature(site, petition);
  expect(await total(site, petition)).toBe(1);
});

test("nobody opens a petition again whose signatories' details are blank or about to be", async () => {
  const site = await testSite();
  const { petition } = await organisedPetition(site, {
    ...{ state: "closed", closedAt: NOW - 200 * DAY },
  });
  const asked = { campaignId: petition.id, accountId: "admin", closesOn: "2027-02-01" };
  expect(await reopenCampaign(site, asked, NOW)).toBe("too_late");
  while ((await endRetention(site, NOW)) > 0);
  expect(await campaignOf(site, petition)).toMatchObject({ state: "archived" });
  expect(await reopenCampaign(site, asked, NOW)).toMatch(/too_late|not_now/);
  const [move] = await site.db.read.select().from(site.db.tables.campaignMoves);
  expect(move).toMatchObject({ fromState: "closed", toState: "archived", mover: "program" });
});

test("an organiser gives up only what is not published", async () => {
  const site = await testSite();
  for (const [state, outcome] of [
    ["gathering", "given_up"],
    ["changes_requested", "given_up"],
    ["in_review", "not_now"],
    ["open", "not_now"],
    ["rejected", "not_now"],
  ] as const) {
    const { petition, ownerId: accountId } = await organisedPetition(site, { state });
    expect(await giveUpCampaign(site, { campaignId: petition.id, accountId }, NOW)).toBe(outcome);
  }
});

async function campaignOf(site: TestSite, { id }: { id: string }) {
  const { campaigns } = site.db.tables;
  const [row] = await site.db.read.select().from(campaigns).where(eq(campaigns.id, id));
  return row;
}

async function noticesOf(site: TestSite): Promise<string[]> {
  const { organiserNotices } = site.db.tables;
  const rows = await site.db.read.select().from(organiserNotices).orderBy(organiserNotices.id);
  return rows.map((row) => row.kind).toSorted();
}
