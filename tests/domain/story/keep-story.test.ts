import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { hashAddress } from "#app/domain/signature/person.server.ts";
import { mailLinks, requestLinks } from "#app/domain/signature/request-links.server.ts";
import { changeConsents } from "#app/domain/story/change-consents.server.ts";
import { listConsents } from "#app/domain/story/consents.server.ts";
import {
  blankUnpublished,
  forgetStoryDrafts,
  forgetWithdrawn,
} from "#app/domain/story/forget-stories.server.ts";
import { saveStoryStep } from "#app/domain/story/save-story-step.server.ts";
import { sendStory } from "#app/domain/story/send-story.server.ts";
import { startStory } from "#app/domain/story/start-story.server.ts";
import { findStoryById, findStoryByLink } from "#app/domain/story/story-queries.server.ts";
import { withdrawStory } from "#app/domain/story/withdraw-story.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import {
  STORIES_PER_CLIENT_PER_HOUR,
  STORY_DRAFT_DAYS,
  STORY_UNPUBLISHED_DAYS,
  STORY_WITHDRAWN_DAYS,
} from "#app/policy-stories.ts";
import type { StoryState } from "#db/tables/story.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { draftStory, publishedStory, sentStory } from "#tests/story-factories.ts";

async function setState(site: TestSite, id: string, state: StoryState): Promise<void> {
  await site.db.transaction("set a test's state", (tx) =>
    tx.update(tx.tables.stories).set({ state, updatedAt: NOW }).where(eq(tx.tables.stories.id, id)),
  );
}

test("each yes is one record with its wording, and one that is given again is another record", async () => {
  const site = await testSite();
  const { id } = await sentStory(site, { uses: ["publish", "representatives"] });
  const change = (uses: Parameters<typeof changeConsents>[1]["uses"], at: number) =>
    changeConsents(site, { storyId: id, uses }, at);
  await change(["representatives", "journalists"], NOW + 1);
  await change(["journalists"], NOW + 2);
  await change(["journalists", "representatives"], NOW + 3);
  const consents = await listConsents(site.db.read, id);
  expect(consents.map(({ use, givenAt, withdrawnAt }) => [use, givenAt - NOW, withdrawnAt])).toEqual([
    ["publish", 0, null],
    ["representatives", 0, NOW + 2],
    ["journalists", 1, null],
    ["representatives", 3, null],
  ]);
  for (const { wording, wordingVersion } of consents)
    expect([wordingVersion, wording.length > 40]).toEqual([1, true]);
});

test("publishing is not taken back by a tick once a story was sent, and nothing is given after it was withdrawn", async () => {
  const site = await testSite();
  const { id, token } = await publishedStory(site);
  await changeConsents(site, { storyId: id, uses: [] }, NOW);
  expect((await findStoryById(site.db.read, site.keyring, id))?.uses).toEqual(["publish"]);
  await withdrawStory(site, token, NOW);
  expect(await changeConsents(site, { storyId: id, uses: ["journalists"] }, NOW)).toBe("gone");
  expect((await findStoryById(site.db.read, site.keyring, id))?.uses).toEqual([]);
});

test("a group may be let only where the story was begun from a campaign of one that may ask", async () => {
  const site = await testSite();
  const { id: campaignId } = await openPetition(site);
  const { id } = await draftStory(site, { campaignId, uses: ["publish", "group"] });
  expect((await findStoryById(site.db.read, site.keyring, id))?.uses).toEqual(["publish"]);
});

test("court cases, live tribunals and danger are for two pairs of eyes, and danger comes first", async () => {
  const site = await testSite();
  const { stories } = site.db.tables;
  const sent = async (content: Parameters<typeof sentStory>[1]) => {
    const { id } = await sentStory(site, content);
    const [row] = await site.db.read.select().from(stories).where(eq(stories.id, id));
    return [row?.needsSecond, row?.isUrgent];
  };
  expect(await sent({})).toEqual([false, false]);
  expect(await sent({ content: { court: "not_sure" } })).toEqual([true, false]);
  expect(await sent({ content: { tribunal: "waiting" } })).toEqual([true, false]);
  const text = "My daughter says she wants to kill herself. We are waiting.";
  expect(await sent({ content: { text } })).toEqual([true, true]);
});

test("a story that was sent back is changed and sent again from the same link, and counts up", async () => {
  const site = await testSite();
  const { id, token } = await sentStory(site);
  const save = () =>
    saveStoryStep(
      site,
      { storyId: id, step: "text", part: { text: "Shorter, and without the place." } },
      NOW,
    );
  expect(await save()).toBe("gone");
  await setState(site, id, "changes_requested");
  const before = await findStoryByLink(site.db.read, site.keyring, token);
  expect(await save()).toBe("saved");
  expect(await sendStory(site, token, NOW + 5)).toEqual({ outcome: "sent", token });
  const after = await findStoryByLink(site.db.read, site.keyring, token);
  expect(after).toMatchObject({ state: "in_review", submittedAt: NOW + 5, expiresAt: null });
  expect(after?.revision).toBe((before?.revision ?? 0) + 1);
  expect(await sendStory(site, token, NOW + 6)).toEqual({ outcome: "sent_already", token });
});

test("a sentence that no longer stands in the story is no longer shown large", async () => {
  const site = await testSite();
  const pullQuote = "Every morning we sit down at the kitchen table instead.";
  const { id } = await draftStory(site, { content: { pullQuote } });
  const quote = async () => (await findStoryById(site.db.read, site.keyring, id))?.content.pullQuote;
  expect(await quote()).toBe(pullQuote);
  await saveStoryStep(site, { storyId: id, step: "text", part: { text: "Another text altogether." } }, NOW);
  expect(await quote()).toBe("");
});

test("drafts are forgotten a month after the last change, and nothing that was sent is", async () => {
  const site = await testSite();
  const [draft, later, sent] = [await draftStory(site), await draftStory(site), await sentStory(site)];
  const end = NOW + STORY_DRAFT_DAYS * DAY;
  await saveStoryStep(site, { storyId: later.id, step: "who", part: { teller: "carer" } }, NOW + DAY);
  expect(await forgetStoryDrafts(site, end - 1)).toBe(0);
  expect(await forgetStoryDrafts(site, end)).toBe(1);
  const find = (token: string) => findStoryByLink(site.db.read, site.keyring, token);
  expect(await find(draft.draftToken)).toBeUndefined();
  expect(await find(draft.mailToken)).toBeUndefined();
  expect(await find(later.mailToken)).toBeDefined();
  expect(await forgetStoryDrafts(site, end + 365 * DAY)).toBe(1);
  expect(await find(sent.token)).toBeDefined();
});

test("what was not published is blanked three months later, once; published stories and their authors' addresses stay", async () => {
  const site = await testSite();
  const [rejected, published] = [await sentStory(site), await publishedStory(site)];
  await setState(site, rejected.id, "rejected");
  const end = NOW + STORY_UNPUBLISHED_DAYS * DAY;
  expect(await blankUnpublished(site, end - 1)).toBe(0);
  expect(await blankUnpublished(site, end)).toBe(1);
  expect(await blankUnpublished(site, end)).toBe(0);
  const blank = await findStoryById(site.db.read, site.keyring, rejected.id);
  expect(blank).toMatchObject({ email: "", councilGss: "", uses: [] });
  expect(blank?.content.text).toBe("");
  expect(await findStoryByLink(site.db.read, site.keyring, rejected.token)).toBeUndefined();
  const kept = await findStoryByLink(site.db.read, site.keyring, published.token);
  expect(kept?.email).toMatch(/^author-/);
});

test("the link of a withdrawn story opens its page for three months", async () => {
  const site = await testSite();
  const { token } = await publishedStory(site);
  await withdrawStory(site, token, NOW);
  const end = NOW + STORY_WITHDRAWN_DAYS * DAY;
  expect(await forgetWithdrawn(site, end - 1)).toBe(0);
  expect(await forgetWithdrawn(site, end)).toBe(1);
  expect(await forgetWithdrawn(site, end)).toBe(0);
  expect(await findStoryByLink(site.db.read, site.keyring, token)).toBeUndefined();
});

test("asking for one's links mails those of one's stories too, and says the same of an address that has none", async () => {
  const site = await testSite();
  const { token } = await publishedStory(site, { email: "wren@example.org" });
  await draftStory(site, { email: "wren@example.org" });
  await sendQueuedMail(site.context(NOW));
  for (const email of ["wren@example.org", "nobody@example.org"]) {
    await requestLinks(site, { email, clientAddress: "192.0.2.1" }, NOW);
    await mailLinks(site, hashAddress(site.keyring, email), NOW);
  }
  await sendQueuedMail(site.context(NOW + 1));
  const [mail, ...others] = (await listMailbox(site.db.read, site.keyring)).filter(
    ({ subject }) => subject === "Your links on Hear Hear",
  );
  expect([mail?.to, others]).toEqual(["wren@example.org", []]);
  expect(mail?.text).toContain(`/story/${token}`);
  expect(mail?.text.match(/\/story\//g)).toHaveLength(2);
  expect(mail?.text).not.toContain("kitchen");
});

test("one client cannot begin stories without end", async () => {
  const site = await testSite();
  const begin = () => startStory(site, { councilGss: "", campaignId: "", clientAddress: "192.0.2.1" }, NOW);
  for (let count = 0; count < STORIES_PER_CLIENT_PER_HOUR; count += 1)
    expect(await begin()).toHaveProperty("token");
  expect(await begin()).toBe("limited");
});
