import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getText, replaceText } from "#app/domain/campaign/replace-text.server.ts";
import { listMoves } from "#app/domain/moderation/campaign-moves.server.ts";
import { claimSubject } from "#app/domain/moderation/claim-subject.server.ts";
import { campaignSubject, findClaims } from "#app/domain/moderation/claims.server.ts";
import type { Decision } from "#app/domain/moderation/decision.ts";
import { hideCampaign } from "#app/domain/moderation/hide-campaign.server.ts";
import { restoreCampaign } from "#app/domain/moderation/restore-campaign.server.ts";
import { MINUTE } from "#app/domain/time/durations.ts";
import { londonDay } from "#app/domain/time/london.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { confirmedSignature, NOW, openPetition } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { organise, person, reviewScene } from "./reviewing.ts";

const PUBLISH: Decision = { decision: "publish", note: "" };
const CHANGES: Decision = { decision: "ask_changes", note: "Leave out the name of the school" };
const REJECT: Decision = { decision: "reject", rejectReason: "duplicate", note: "" };
const HIDE: Decision = { decision: "hide", hideReason: "identifies_child", note: "Marigold is named" };
const DECISIONS = [PUBLISH, CHANGES, REJECT, HIDE];

test("each decision takes a petition in review to its state, once, and writes history, log and mail with it", async () => {
  const site = await testSite();
  const ends: CampaignState[] = ["open", "changes_requested", "rejected", "hidden"];
  for (const [index, decision] of DECISIONS.entries()) {
    const { campaign, moderator, other, decide, row } = await reviewScene(site);
    expect(await decide(moderator, decision)).toBe("decided");
    expect((await row()).state).toBe(ends[index]);
    expect(await decide(other, PUBLISH)).toBe("not_in_review");
    const [move] = await listMoves(site.db.read, site.keyring, campaign.id);
    expect(move).toMatchObject({
      from: "in_review",
      to: ends[index],
      mover: "moderator",
      note: decision.note,
    });
    const { auditLog, organiserNotices } = site.db.tables;
    const logged = await site.db.read.select().from(auditLog).where(eq(auditLog.subject, campaign.id));
    expect(logged.map((line) => [line.action, line.accountId])).toEqual([["move_campaign", moderator]]);
    const told = await site.db.read
      .select()
      .from(organiserNotices)
      .where(and(eq(organiserNotices.campaignId, campaign.id), eq(organiserNotices.kind, "decision")));
    expect(told.map((notice) => notice.subjectId)).toEqual([move?.id]);
  }
});

test("what a moderator writes lies encrypted in the database", async () => {
  const site = await testSite();
  const { campaign, moderator, decide } = await reviewScene(site);
  await decide(moderator, HIDE);
  const { campaignMoves, auditLog } = site.db.tables;
  const moves = await site.db.read
    .select()
    .from(campaignMoves)
    .where(eq(campaignMoves.campaignId, campaign.id));
  const stored = JSON.stringify([moves, await site.db.read.select().from(auditLog)]);
  expect(stored).toContain("identifies_child");
  expect(stored).not.toContain("Marigold");
});

test("changes are asked for twice at most", async () => {
  const site = await testSite();
  const { moderator, decide, submitAgain, row } = await reviewScene(site);
  for (let i = 0; i < 2; i += 1) {
    expect(await decide(moderator, CHANGES)).toBe("decided");
    await submitAgain();
  }
  expect(await decide(moderator, CHANGES)).toBe("no_chance_left");
  expect((await row()).state).toBe("in_review");
  expect(await decide(moderator, PUBLISH)).toBe("decided");
});

test("of many moderators at the same moment one decides", async () => {
  const site = await testSite();
  const { campaign, decide } = await reviewScene(site);
  const moderators = await Promise.all(Array.from({ length: 6 }, () => person(site, "moderator")));
  const decided = await Promise.all(
    moderators.map((one, index) => decide(one, DECISIONS[index % 4] ?? PUBLISH)),
  );
  expect(decided.filter((outcome) => outcome === "decided")).toHaveLength(1);
  const moves = await listMoves(site.db.read, site.keyring, campaign.id);
  expect(moves.filter((move) => move.from === "in_review")).toHaveLength(1);
});

test("nobody decides what another has in hand, until they give it up or the time is over", async () => {
  const site = await testSite();
  const { campaign, moderator, other, decide } = await reviewScene(site);
  const subject = campaignSubject(campaign.id);
  expect(await claimSubject(site, { subject, accountId: moderator }, NOW)).toBe("claimed");
  expect(await decide(other, PUBLISH)).toBe("held");
  expect(await decide(other, PUBLISH, {}, NOW + 30 * MINUTE - 1)).toBe("held");
  expect(await decide(other, PUBLISH, {}, NOW + 30 * MINUTE)).toBe("decided");
  expect((await findClaims(site.db.read, site.keyring, [subject], NOW + 30 * MINUTE)).size).toBe(0);
});

test("a decision about a text that was changed meanwhile does nothing", async () => {
  const site = await testSite();
  const { campaign, moderator, decide, submitAgain, row } = await reviewScene(site);
  await decide(moderator, CHANGES);
  const content = {
    en: { title: "Another title", why: "Because.", more: "" },
    asks: ["Answer"],
    askClause: "to answer",
    shortName: "",
  };
  await site.db.transaction("edit", (tx) => replaceText(tx, campaign.id, content, NOW));
  await submitAgain();
  expect(await decide(moderator, PUBLISH)).toBe("text_changed");
  expect((await row()).state).toBe("in_review");
  expect(await decide(moderator, PUBLISH, { textVersion: 2 })).toBe("decided");
});

test("supporters of the text before are asked again when another is published, and only they", async () => {
  const site = await testSite();
  const { campaign, moderator, decide, submitAgain } = await reviewScene(site, { state: "gathering" });
  const { signatures } = site.db.tables;
  await site.db.transaction("open for a signature", async (tx) => {
    await tx
      .update(tx.tables.campaigns)
      .set({ state: "open" })
      .where(eq(tx.tables.campaigns.id, campaign.id));
  });
  const { id } = await confirmedSignature(site, campaign);
  await site.db.transaction("back", async (tx) => {
    await tx
      .update(tx.tables.campaigns)
      .set({ state: "in_review" })
      .where(eq(tx.tables.campaigns.id, campaign.id));
  });
  await decide(moderator, CHANGES);
  const content = {
    en: { title: "Another title", why: "Because.", more: "" },
    asks: ["Answer"],
    askClause: "to answer",
    shortName: "",
  };
  await site.db.transaction("edit", (tx) => replaceText(tx, campaign.id, content, NOW));
  await submitAgain();
  await decide(moderator, PUBLISH, { textVersion: 2 });
  const [signature] = await site.db.read.select().from(signatures).where(eq(signatures.id, id));
  expect([signature?.state, signature?.textVersion]).toEqual(["pending", 2]);
});

test("publishing late moves the closing day, and leaves one that is far enough away", async () => {
  const site = await testSite();
  const far = await reviewScene(site, { closesOn: "2027-03-01" });
  await far.decide(far.moderator, PUBLISH);
  expect(await far.row()).toMatchObject({ closesOn: "2027-03-01", openedAt: NOW });
  const near = await reviewScene(site, { closesOn: "2026-12-20" });
  await near.decide(near.moderator, PUBLISH);
  expect((await near.row()).closesOn).toBe("2026-12-25");
});

test("those who run a petition never decide about it, whatever else they may do", async () => {
  const site = await testSite();
  const { campaign, decide, row } = await reviewScene(site);
  const admin = await person(site, "admin");
  await organise(site, campaign.id, admin, "editor");
  for (const decision of DECISIONS)
    expect(await decide(admin, decision, { isAdmin: true })).toBe("own_campaign");
  const asked = { number: campaign.number, moderatorId: admin, isAdmin: true };
  const form = { hideReason: "urgent", note: "" } as const;
  expect(await hideCampaign(site, { ...asked, form }, NOW)).toBe("own_campaign");
  expect((await row()).state).toBe("in_review");
});

test("only what is in review is decided", async () => {
  const site = await testSite();
  const states: CampaignState[] = [
    ...(["draft", "gathering", "changes_requested", "rejected", "hidden", "removed"] as const),
    ...(["open", "paused", "closed", "archived"] as const),
  ];
  for (const state of states) {
    const { moderator, decide, row, campaign } = await reviewScene(site);
    await site.db.transaction("set", async (tx) => {
      await tx.update(tx.tables.campaigns).set({ state }).where(eq(tx.tables.campaigns.id, campaign.id));
    });
    for (const decision of DECISIONS) expect(await decide(moderator, decision), state).toBe("not_in_review");
    expect((await row()).state).toBe(state);
  }
});

test("hiding works from every state but three, over anybody’s claim, and is put back by an admin alone", async () => {
  const site = await testSite();
  const moderatorId = await person(site, "moderator");
  const adminId = await person(site, "admin");
  const form = { hideReason: "urgent", note: "" } as const;
  for (const state of ["draft", "hidden", "removed"] as const) {
    const { number } = await openPetition(site, { state });
    expect(await hideCampaign(site, { number, moderatorId, isAdmin: false, form }, NOW)).toBe("not_now");
  }
  const states = [
    "gathering",
    "in_review",
    "changes_requested",
    "open",
    "paused",
    "closed",
    "archived",
  ] as const;
  for (const state of states) {
    const { id, number } = await openPetition(site, { state });
    await claimSubject(site, { subject: campaignSubject(id), accountId: adminId }, NOW);
    expect(await hideCampaign(site, { number, moderatorId, isAdmin: false, form }, NOW)).toBe("hidden");
    const { campaigns } = site.db.tables;
    const hidden = await site.db.read.select().from(campaigns).where(eq(campaigns.id, id));
    expect(hidden).toMatchObject([{ state: "hidden", formerState: state, reason: "urgent" }]);
    expect(await restoreCampaign(site, { number, adminId, note: "" }, NOW)).toBe("restored");
    const back = await site.db.read.select().from(campaigns).where(eq(campaigns.id, id));
    expect(back).toMatchObject([{ state, formerState: "", reason: "" }]);
  }
});

test("what had to go from a title goes from the address too, before anybody has seen it", async () => {
  const site = await testSite();
  const slugs: string[] = [];
  for (const decision of [PUBLISH, REJECT]) {
    const scene = await reviewScene(site, { title: "Help Marigold", slug: `help-marigold-${slugs.length}` });
    const { campaign, moderator, decide, submitAgain, row } = scene;
    await decide(moderator, CHANGES);
    await site.db.transaction("edit", async (tx) => {
      const text = await getText(tx, campaign.id);
      const title = "Help every child at home";
      await replaceText(tx, campaign.id, { ...text, en: { ...text.en, title } }, NOW);
    });
    await submitAgain();
    expect(await decide(moderator, decision, { textVersion: 2 })).toBe("decided");
    slugs.push((await row()).slug);
  }
  expect(slugs).toEqual(["help-every-child-at-home", "help-every-child-at-home-2"]);
});

test("an address stays where the title did", async () => {
  const site = await testSite();
  const scene = await reviewScene(site, { title: "Help every child", slug: "help-every-child-3" });
  const { campaign, moderator, decide, submitAgain, row } = scene;
  await decide(moderator, CHANGES);
  await site.db.transaction("edit", async (tx) => {
    const text = await getText(tx, campaign.id);
    await replaceText(tx, campaign.id, { ...text, en: { ...text.en, why: "Without the school" } }, NOW);
  });
  await submitAgain();
  expect(await decide(moderator, PUBLISH, { textVersion: 2 })).toBe("decided");
  expect((await row()).slug).toBe("help-every-child-3");
});

test("an open letter gets an address among letters, and the day on which it is published where its writers left the date blank", async () => {
  const site = await testSite();
  const en = {
    title: "To the council",
    why: "We write.",
    more: "",
    salutation: "Dear council",
    close: "Yours",
  };
  for (const datedOn of ["", "2026-11-01"]) {
    const texts = { en: { ...en, datedOn, place: "" } };
    const { campaign, moderator, decide } = await reviewScene(site, { kind: "letter", texts });
    expect(await decide(moderator, PUBLISH)).toBe("decided");
    expect((await getText(site.db.read, campaign.id)).letter?.datedOn).toBe(datedOn || londonDay(NOW));
  }
});
