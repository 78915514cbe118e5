import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { appealStory, mayAppealStory } from "#app/domain/story/appeal-story.server.ts";
import { decideStory } from "#app/domain/story/decide-story.server.ts";
import { findPublicStory, listPublicStories } from "#app/domain/story/public-stories.server.ts";
import { reviewAgain } from "#app/domain/story/review-again.server.ts";
import type { StoryVerdict } from "#app/domain/story/review-form.ts";
import { saveStoryStep } from "#app/domain/story/save-story-step.server.ts";
import { sendStory } from "#app/domain/story/send-story.server.ts";
import { APPEALED, TAKEN_UP } from "#app/domain/story/story.ts";
import { findStandingDecision } from "#app/domain/story/story-decisions.server.ts";
import { takeDownStory } from "#app/domain/story/take-down-story.server.ts";
import { takeUpAgain } from "#app/domain/story/take-up-again.server.ts";
import { withdrawStory } from "#app/domain/story/withdraw-story.server.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { draftStory, publishedStory, sentStory, type TestStory } from "#tests/story-factories.ts";
import { person } from "../moderation/reviewing.ts";

const REJECT: StoryVerdict = { decision: "reject", reason: "off_topic", note: "" };
const PUBLISH: StoryVerdict = { decision: "publish", note: "" };

function held(site: TestSite, story: TestStory) {
  const { stories, storyFacts } = site.db.tables;
  const row = async () => {
    const [found] = await site.db.read.select().from(stories).where(eq(stories.id, story.id));
    if (!found) throw new Error("the story is gone");
    return found;
  };
  return {
    row,
    facts: () => site.db.read.select().from(storyFacts).where(eq(storyFacts.storyId, story.id)),
    decide: async (moderatorId: string, verdict: StoryVerdict) => {
      const { revision } = await row();
      const asked = { publicId: story.publicId, moderatorId, isAdmin: false, revision, verdict };
      return decideStory(site, asked, NOW + HOUR);
    },
  };
}

test("an author who changes a published story has it off every page at once, and it comes back once it was read again", async () => {
  const site = await testSite();
  const story = await publishedStory(site);
  const { row, facts, decide } = held(site, story);
  expect(await takeUpAgain(site, story.token, NOW + 1)).toBe("taken_up");
  expect(await findPublicStory(site.db.read, site.keyring, story.publicId)).toBe("gone");
  expect((await listPublicStories(site.db.read, site.keyring, { page: 1 })).total).toBe(0);
  expect(await row()).toMatchObject({ state: "changes_requested", reason: TAKEN_UP, text: "", title: "" });
  expect((await facts()).map(({ leftAt }) => leftAt)).toEqual([NOW + 1]);
  const ada = await person(site, "moderator");
  expect(await decide(ada, PUBLISH)).toBe("not_in_review");
  const saved = {
    storyId: story.id,
    step: "text" as const,
    part: { text: "They found a place in the end." },
  };
  expect(await saveStoryStep(site, saved, NOW + 2)).toBe("saved");
  expect((await sendStory(site, story.token, NOW + 3)).outcome).toBe("sent");
  expect(await row()).toMatchObject({ state: "in_review", reason: "" });
  expect(await decide(ada, PUBLISH)).toBe("decided");
  expect(await row()).toMatchObject({ state: "published", text: "They found a place in the end." });
  expect((await facts()).map(({ leftAt, joinedAt }) => [leftAt, joinedAt])).toEqual([[null, NOW + HOUR]]);
});

test("only its author changes a story, once it was sent and while it is not their own already", async () => {
  const site = await testSite();
  const draft = await draftStory(site);
  expect(await takeUpAgain(site, draft.draftToken, NOW)).toBe("gone");
  expect(await takeUpAgain(site, draft.mailToken, NOW)).toBe("not_now");
  expect(await takeUpAgain(site, "nobody’s", NOW)).toBe("gone");
  const story = await sentStory(site);
  expect(await takeUpAgain(site, story.token, NOW + 1)).toBe("taken_up");
  expect(await takeUpAgain(site, story.token, NOW + 2)).toBe("not_now");
  expect(await withdrawStory(site, story.token, NOW + 3)).toBe("withdrawn");
  expect(await takeUpAgain(site, story.token, NOW + 4)).toBe("not_now");
});

test("the author of a rejected story gets another moderator, once, and whoever rejected it does not decide again", async () => {
  const site = await testSite();
  const story = await sentStory(site);
  const { row, decide } = held(site, story);
  const [ada, bram] = [await person(site, "moderator"), await person(site, "moderator")];
  expect(await appealStory(site, story.token, NOW)).toBe("not_now");
  expect(await decide(ada, REJECT)).toBe("decided");
  expect(await appealStory(site, story.draftToken, NOW + HOUR)).toBe("gone");
  expect(await appealStory(site, story.token, NOW + 2 * HOUR)).toBe("appealed");
  expect(await row()).toMatchObject({ state: "in_review", reason: APPEALED, submittedAt: NOW + 2 * HOUR });
  for (const verdict of [PUBLISH, REJECT]) expect(await decide(ada, verdict)).toBe("decided_before");
  expect(await decide(bram, REJECT)).toBe("decided");
  expect(await findStandingDecision(site.db.read, site.keyring, await row())).toBeDefined();
  expect(await mayAppealStory(site.db.read, await row())).toBe(false);
  expect(await appealStory(site, story.token, NOW + 3 * HOUR)).toBe("not_now");
});

test("an appeal against taking down is upheld by another, and a moderator who looks again by themselves may decide", async () => {
  const site = await testSite();
  const story = await publishedStory(site);
  const { row, decide } = held(site, story);
  const [ada, bram] = [await person(site, "moderator"), await person(site, "moderator")];
  const form = { reason: "off_topic" as const, note: "" };
  const down = () => takeDownStory(site, { publicId: story.publicId, moderatorId: ada, form }, NOW + 1);
  expect(await down()).toBe("taken_down");
  expect(await appealStory(site, story.token, NOW + 2)).toBe("appealed");
  expect(await decide(bram, PUBLISH)).toBe("decided");
  expect(await row()).toMatchObject({ state: "published", reason: "" });
  expect(await down()).toBe("taken_down");
  expect(await reviewAgain(site, { publicId: story.publicId, moderatorId: ada }, NOW + 3)).toBe("waiting");
  expect(await decide(ada, PUBLISH)).toBe("decided");
});
