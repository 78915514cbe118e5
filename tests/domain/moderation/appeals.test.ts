import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { appealDecision } from "#app/domain/moderation/appeal-decision.server.ts";
import { findAppeal, listAppeals } from "#app/domain/moderation/appeals.server.ts";
import type { Decision, SettleAppealForm } from "#app/domain/moderation/decision.ts";
import { hideCampaign } from "#app/domain/moderation/hide-campaign.server.ts";
import { restoreCampaign } from "#app/domain/moderation/restore-campaign.server.ts";
import { settleAppeal } from "#app/domain/moderation/settle-appeal.server.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { organise, person, reviewScene } from "./reviewing.ts";

const REJECT: Decision = { decision: "reject", rejectReason: "advert", note: "" };
const GRANT: SettleAppealForm = { decision: "granted", note: "You are right" };
const DISMISS: SettleAppealForm = { decision: "dismissed", note: "It advertises a shop" };

async function appealed(site: TestSite) {
  const scene = await reviewScene(site);
  await scene.decide(scene.moderator, REJECT);
  const asked = { campaignId: scene.campaign.id, accountId: scene.owner, words: "It is no advert at all" };
  expect(await appealDecision(site, asked, NOW)).toBe("appealed");
  const { appeals } = await listAppeals(site.db.read, { isSettled: false, page: 1 });
  const publicId = appeals.at(-1)?.publicId ?? "";
  const settle = (moderatorId: string, form: SettleAppealForm, isAdmin = false) =>
    settleAppeal(site, { publicId, moderatorId, isAdmin, form }, NOW);
  return { ...scene, asked, publicId, settle };
}

test("an appeal is settled by another moderator than the one who decided, admins no less", async () => {
  const site = await testSite();
  const { moderator, other, owner, settle, row } = await appealed(site);
  expect(await settle(moderator, GRANT)).toBe("same_moderator");
  expect(await settle(moderator, DISMISS, true)).toBe("same_moderator");
  expect(await settle(owner, GRANT, true)).toBe("own_campaign");
  expect((await row()).state).toBe("rejected");
  expect(await settle(other, GRANT)).toBe("settled");
  expect(await row()).toMatchObject({ state: "in_review", reason: "", reviewSince: NOW });
  expect(await settle(other, DISMISS)).toBe("already_settled");
});

test("an appeal that is dismissed leaves everything as it was, and there is no second one", async () => {
  const site = await testSite();
  const { other, settle, row, asked, publicId } = await appealed(site);
  expect(await appealDecision(site, asked, NOW)).toBe("already_appealed");
  expect(await settle(other, DISMISS)).toBe("settled");
  expect(await row()).toMatchObject({ state: "rejected", reason: "advert" });
  expect(await appealDecision(site, asked, NOW)).toBe("already_appealed");
  const { organiserNotices } = site.db.tables;
  const told = await site.db.read.select().from(organiserNotices);
  expect(told.filter((notice) => notice.kind === "appeal_settled")).toHaveLength(1);
  const read = await findAppeal(site.db.read, site.keyring, publicId);
  expect(read).toMatchObject({ words: "It is no advert at all", note: "It advertises a shop" });
});

test("of moderators who settle an appeal at once one does", async () => {
  const site = await testSite();
  const { settle, publicId } = await appealed(site);
  const people = await Promise.all(Array.from({ length: 6 }, () => person(site, "moderator")));
  const outcomes = await Promise.all(people.map((one, index) => settle(one, index % 2 ? GRANT : DISMISS)));
  expect(outcomes.sort()).toEqual([...Array(5).fill("already_settled"), "settled"]);
  expect((await findAppeal(site.db.read, site.keyring, publicId))?.state).not.toBe("waiting");
});

test("what was hidden goes back to where it was when an appeal is granted, not by an admin meanwhile", async () => {
  const site = await testSite();
  const { id, number } = await openPetition(site, { state: "closed" });
  const [owner, hider, admin] = [
    await person(site),
    await person(site, "admin"),
    await person(site, "admin"),
  ];
  await organise(site, id, owner);
  const form = { hideReason: "defamatory", note: "" } as const;
  await hideCampaign(site, { number, moderatorId: hider, isAdmin: true, form }, NOW);
  await appealDecision(site, { campaignId: id, accountId: owner, words: "All of it is true" }, NOW);
  expect(await restoreCampaign(site, { number, adminId: hider, note: "" }, NOW)).toBe("appeal_waiting");
  const { appeals } = await listAppeals(site.db.read, { isSettled: false, page: 1 });
  const publicId = appeals[0]?.publicId ?? "";
  const asked = { publicId, isAdmin: true, form: GRANT };
  expect(await settleAppeal(site, { ...asked, moderatorId: hider }, NOW)).toBe("same_moderator");
  expect(await settleAppeal(site, { ...asked, moderatorId: admin }, NOW)).toBe("settled");
  const { campaigns } = site.db.tables;
  const rows = await site.db.read.select().from(campaigns).where(eq(campaigns.id, id));
  expect(rows).toMatchObject([{ state: "closed", formerState: "" }]);
});

test("what was rejected, then hidden and put back, is rejected for its reason again", async () => {
  const site = await testSite();
  const { campaign, moderator, other, decide, row } = await reviewScene(site);
  await decide(moderator, REJECT);
  const form = { hideReason: "urgent", note: "" } as const;
  const { number } = campaign;
  await hideCampaign(site, { number, moderatorId: other, isAdmin: false, form }, NOW);
  expect(await restoreCampaign(site, { number, adminId: await person(site, "admin"), note: "" }, NOW)).toBe(
    "restored",
  );
  expect(await row()).toMatchObject({ state: "rejected", reason: "advert" });
});

test("an appeal against a rejection can only be dismissed once the petition is hidden", async () => {
  const site = await testSite();
  const { campaign, other, settle } = await appealed(site);
  const form = { hideReason: "urgent", note: "" } as const;
  const { number } = campaign;
  await hideCampaign(site, { number, moderatorId: other, isAdmin: false, form }, NOW);
  expect(await settle(other, GRANT)).toBe("overtaken");
  expect(await settle(other, DISMISS)).toBe("settled");
});

test("there is an appeal for those who run what is rejected or hidden, and for nobody else", async () => {
  const site = await testSite();
  const { campaign, owner, moderator, decide } = await reviewScene(site);
  const words = "Please look again";
  const asked = { campaignId: campaign.id, words };
  expect(await appealDecision(site, { ...asked, accountId: owner }, NOW)).toBe("nothing_to_appeal");
  await decide(moderator, REJECT);
  expect(await appealDecision(site, { ...asked, accountId: moderator }, NOW)).toBe("not_organiser");
  await appealDecision(site, { ...asked, accountId: owner }, NOW);
  const { appeals } = site.db.tables;
  expect(JSON.stringify(await site.db.read.select().from(appeals))).not.toContain("look again");
});
