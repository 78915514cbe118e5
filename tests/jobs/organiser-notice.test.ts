import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { closeCampaign } from "#app/domain/campaign/close-campaign.server.ts";
import { closeCampaigns } from "#app/domain/campaign/close-campaigns.server.ts";
import { appealDecision } from "#app/domain/moderation/appeal-decision.server.ts";
import { listAppeals } from "#app/domain/moderation/appeals.server.ts";
import { settleAppeal } from "#app/domain/moderation/settle-appeal.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { confirmedSignature, NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { organisedPetition } from "../domain/campaign/organised-petition.ts";
import { organise, person, reviewScene } from "../domain/moderation/reviewing.ts";

async function sent(site: TestSite) {
  await sendQueuedMail(site.context(NOW));
  return (await listMailbox(site.db.read, site.keyring)).filter(({ subject }) =>
    subject.includes("Petition"),
  );
}

test("each of those who run a petition hears what was decided, with the moderator’s words and where to go on", async () => {
  const site = await testSite();
  const { campaign, moderator, decide } = await reviewScene(site);
  await organise(site, campaign.id, await person(site), "editor");
  await decide(moderator, { decision: "ask_changes", note: "Leave out the school.\nThe rest is good." });
  const mails = await sent(site);
  expect(mails).toHaveLength(2);
  expect(new Set(mails.map(({ to }) => to)).size).toBe(2);
  for (const { subject, text } of mails) {
    expect(subject).toMatch(/^Your petition needs a change: Petition/);
    expect(text).toContain("Leave out the school.\n\nThe rest is good.");
    expect(text).toContain(`/organise/${campaign.number}`);
  }
});

test("one who has left hears nothing", async () => {
  const site = await testSite();
  const { campaign, owner, moderator, decide } = await reviewScene(site);
  await decide(moderator, { decision: "hide", hideReason: "hatred", note: "" });
  await site.db.transaction("leave", async (tx) => {
    const { organisers } = tx.tables;
    await tx
      .delete(organisers)
      .where(and(eq(organisers.campaignId, campaign.id), eq(organisers.accountId, owner)));
  });
  expect(await sent(site)).toEqual([]);
});

test("publishing late says that the closing day has moved; in time it does not", async () => {
  const site = await testSite();
  for (const [closesOn, isMoved] of [
    ["2026-12-20", true],
    ["2027-03-01", false],
  ] as const) {
    const { moderator, decide, campaign } = await reviewScene(site, { closesOn });
    await decide(moderator, { decision: "publish", note: "" });
    const mail = (await sent(site)).find(({ subject }) =>
      subject.endsWith(campaign.slug.replace("petition-", "Petition ")),
    );
    expect(mail?.text.replace(/\s+/g, " ").includes("later than you chose")).toBe(isMoved);
    expect(mail?.text).toContain(`/petitions/${campaign.slug}`);
  }
});

test("an appeal that was settled is told with its note", async () => {
  const site = await testSite();
  const { campaign, owner, moderator, other, decide } = await reviewScene(site);
  await decide(moderator, { decision: "reject", rejectReason: "joke", note: "" });
  await appealDecision(site, { campaignId: campaign.id, accountId: owner, words: "We mean it" }, NOW);
  const { appeals } = await listAppeals(site.db.read, { isSettled: false, page: 1 });
  const asked = { publicId: appeals[0]?.publicId ?? "", moderatorId: other, isAdmin: false };
  await settleAppeal(site, { ...asked, form: { decision: "dismissed", note: "It reads as one" } }, NOW);
  const mails = await sent(site);
  const rejected = mails.find(({ subject }) => subject.startsWith("Your petition was rejected"));
  expect(rejected?.text.replace(/\s+/g, " ")).toContain("The reason: It is not meant in earnest");
  const told = mails.find(({ subject }) => subject.startsWith("Your appeal was dismissed"));
  expect(told?.text).toContain("It reads as one");
});

test.each([false, true])(
  "that a petition has closed at its date is told once to each who runs it, with day, number and what to do (demonstration: %s)",
  async (isDemonstration) => {
    const site = await testSite({ poolSize: 4 });
    const { petition } = await organisedPetition(site, {
      ...{ state: "open", closesOn: "2026-11-25", isDemonstration, bodyName: "Severnshire County Council" },
    });
    await organise(site, petition.id, await person(site), "editor");
    await confirmedSignature(site, petition);
    await confirmedSignature(site, petition);
    const end = Date.parse("2026-11-26T00:00:00Z");
    await Promise.all([closeCampaigns(site, end + HOUR), closeCampaigns(site, end + HOUR)]);
    await closeCampaigns(site, end + DAY);
    const mails = await closingMails(site, end + DAY);
    expect(mails).toHaveLength(2);
    expect(new Set(mails.map(({ to }) => to)).size).toBe(2);
    for (const { text } of mails) {
      const said = text.replace(/\s+/g, " ");
      expect(said).toContain("It closed on 25 November. 2 people have signed it.");
      expect(said).toContain("Hand it in to Severnshire County Council");
      expect(said).toContain("tell there what became of each thing");
      expect(said).toContain(`/organise/${petition.number}`);
    }
  },
);

test("an organiser who closes it hears so too, by the day on which they did", async () => {
  const site = await testSite();
  const { petition, ownerId } = await organisedPetition(site, { state: "open", closesOn: "2027-01-31" });
  await organise(site, petition.id, await person(site), "editor");
  const closing = { campaignId: petition.id, accountId: ownerId, mover: "organiser" } as const;
  await closeCampaign(site, closing, NOW);
  await closeCampaign(site, closing, NOW);
  const mails = await closingMails(site, NOW);
  expect(mails).toHaveLength(2);
  expect(mails[0]?.text.replace(/\s+/g, " ")).toContain("It closed on 25 November. Nobody has signed it.");
});

async function closingMails(site: TestSite, now: number) {
  await sendQueuedMail(site.context(now));
  return (await listMailbox(site.db.read, site.keyring)).filter(({ subject }) =>
    subject.startsWith("Your petition is closed"),
  );
}
