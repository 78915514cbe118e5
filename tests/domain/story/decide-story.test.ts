import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { claimSubject } from "#app/domain/moderation/claim-subject.server.ts";
import { askSecondLook } from "#app/domain/story/ask-second-look.server.ts";
import { changeConsents } from "#app/domain/story/change-consents.server.ts";
import { decideStory } from "#app/domain/story/decide-story.server.ts";
import { blankUnpublished } from "#app/domain/story/forget-stories.server.ts";
import { findPublicStory } from "#app/domain/story/public-stories.server.ts";
import { reviewAgain } from "#app/domain/story/review-again.server.ts";
import type { StoryVerdict } from "#app/domain/story/review-form.ts";
import { listWaitingStories } from "#app/domain/story/review-queries.server.ts";
import { saveStoryStep } from "#app/domain/story/save-story-step.server.ts";
import { sendStory } from "#app/domain/story/send-story.server.ts";
import { findStandingDecision, storySubject } from "#app/domain/story/story-decisions.server.ts";
import { takeDownStory } from "#app/domain/story/take-down-story.server.ts";
import { withdrawStory } from "#app/domain/story/withdraw-story.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { STORY_UNPUBLISHED_DAYS } from "#app/policy-stories.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { sentStory, TOLD } from "#tests/story-factories.ts";
import { person } from "../moderation/reviewing.ts";

const PUBLISH: StoryVerdict = { decision: "publish", note: "" };
const APPROVE: StoryVerdict = { decision: "approve", note: "" };

async function scene(site: TestSite, told: Parameters<typeof sentStory>[1] = {}) {
  const story = await sentStory(site, told);
  const row = async () => {
    const { stories } = site.db.tables;
    const [found] = await site.db.read.select().from(stories).where(eq(stories.id, story.id));
    if (!found) throw new Error("the story is gone");
    return found;
  };
  const { revision } = await row();
  return {
    ...{ story, row, revision },
    ada: await person(site, "moderator"),
    bram: await person(site, "moderator"),
    decide: (
      moderatorId: string,
      verdict: StoryVerdict,
      others: { isAdmin?: boolean; revision?: number } = {},
      now = NOW + HOUR,
    ) =>
      decideStory(
        site,
        { publicId: story.publicId, moderatorId, isAdmin: false, revision, verdict, ...others },
        now,
      ),
    facts: async () => {
      const { storyFacts } = site.db.tables;
      return site.db.read.select().from(storyFacts).where(eq(storyFacts.storyId, story.id));
    },
    read: () => findPublicStory(site.db.read, site.keyring, story.publicId),
  };
}

test("a published story is in clear, its facts stand apart, and its author is mailed without a word of it", async () => {
  const site = await testSite();
  const { story, ada, decide, row, facts, read } = await scene(site, {
    email: "wren@example.org",
    content: { contentNote: "Speaks of fear", easy: "We wait." },
  });
  expect(await read()).toBeUndefined();
  expect(await decide(ada, { decision: "publish", note: "Thank you for telling it" })).toBe("decided");
  const { text, title } = TOLD;
  expect(await row()).toMatchObject({
    ...{ state: "published", publishedAt: NOW + HOUR, title, text },
    ...{ contentNote: "Speaks of fear", easy: "We wait." },
  });
  expect(await read()).toMatchObject({ title, text });
  expect(await facts()).toEqual([
    expect.objectContaining({
      ...{ councilGss: "E10000034", need: "asd", monthsOut: "7-12", leftAt: null, joinedAt: NOW + HOUR },
      happened: JSON.stringify(["no_place", "plan_late"]),
    }),
  ]);
  expect(
    await findStandingDecision(site.db.read, site.keyring, { id: story.id, state: "published" }),
  ).toMatchObject({ note: "Thank you for telling it" });
  await sendQueuedMail(site.context(NOW + HOUR));
  const mail = (await listMailbox(site.db.read, site.keyring)).find(({ text }) =>
    text.includes("everybody can read it now"),
  );
  expect(mail?.to).toBe("wren@example.org");
  expect(mail?.text).toContain(`/story/${story.token}`);
  expect(JSON.stringify(mail)).not.toMatch(/kitchen table|Thank you for telling/);
});

test("a decision about another text than the one that stands is refused", async () => {
  const site = await testSite();
  const { ada, decide, revision, row } = await scene(site);
  expect(await decide(ada, PUBLISH, { revision: revision - 1 })).toBe("text_changed");
  expect((await row()).state).toBe("in_review");
});

test("of two moderators who decide at once, one is told that it was decided", async () => {
  const site = await testSite();
  const { ada, bram, decide, facts } = await scene(site);
  const reject: StoryVerdict = { decision: "reject", reason: "off_topic", note: "" };
  const outcomes = await Promise.all([decide(ada, PUBLISH), decide(bram, reject)]);
  expect(outcomes.toSorted()).toEqual(["decided", "not_in_review"]);
  expect(await facts()).toHaveLength(outcomes[0] === "decided" ? 1 : 0);
});

test("an author who takes the story back while a moderator publishes it always wins", async () => {
  const site = await testSite();
  const { story, ada, decide, read, row, facts } = await scene(site);
  await Promise.all([decide(ada, PUBLISH), withdrawStory(site, story.token, NOW + HOUR)]);
  expect(await row()).toMatchObject({ state: "withdrawn", title: "", text: "", content: "" });
  expect((await facts()).filter(({ leftAt }) => leftAt === null)).toEqual([]);
  expect([undefined, "gone"]).toContain(await read());
});

test("a story that another moderator has in hand is not decided by a second", async () => {
  const site = await testSite();
  const { story, ada, bram, decide } = await scene(site);
  await claimSubject(site, { subject: storySubject(story.id), accountId: ada }, NOW + HOUR);
  expect(await decide(bram, PUBLISH)).toBe("held");
  expect(await decide(ada, PUBLISH)).toBe("decided");
});

test("nobody decides about a story told from their own address", async () => {
  const site = await testSite();
  const moderator = await person(site, "moderator");
  const { accounts } = site.db.tables;
  const [own] = await site.db.read.select().from(accounts).where(eq(accounts.id, moderator));
  const email = site.keyring.open(
    { table: "accounts", column: "address", rowId: moderator },
    own?.address ?? "",
  );
  const { decide } = await scene(site, { email });
  expect(await decide(moderator, PUBLISH)).toBe("own_story");
});

test("a story about a live tribunal is approved by one moderator and published by another", async () => {
  const site = await testSite();
  const { ada, bram, decide, row } = await scene(site, { content: { tribunal: "waiting" } });
  expect(await decide(ada, PUBLISH)).toBe("needs_second");
  expect(await decide(ada, APPROVE)).toBe("decided");
  expect((await row()).state).toBe("in_review");
  expect(await decide(ada, PUBLISH)).toBe("needs_second");
  expect(await decide(ada, APPROVE)).toBe("approved_already");
  expect(await decide(bram, PUBLISH)).toBe("decided");
});

test("what one moderator marks as abuse or a named officer needs two from then on", async () => {
  const site = await testSite();
  const { story, ada, bram, decide } = await scene(site);
  const { publicId } = story;
  expect(await decide(ada, APPROVE)).toBe("needs_no_second");
  const mark = { publicId, moderatorId: ada, second: "named_officer" as const };
  expect(await askSecondLook(site, mark, NOW)).toBe("asked");
  expect(await decide(ada, PUBLISH)).toBe("needs_second");
  await decide(bram, APPROVE);
  expect(await decide(ada, PUBLISH)).toBe("decided");
  expect(await askSecondLook(site, mark, NOW)).toBe("not_in_review");
});

test.each(["yes", "not_sure"] as const)(
  "where the answer about a court case is %s, only an admin publishes, after another has approved",
  async (court) => {
    const site = await testSite();
    const { ada, bram, decide } = await scene(site, { content: { court } });
    const admin = await person(site, "admin");
    expect(await decide(admin, PUBLISH, { isAdmin: true })).toBe("needs_second");
    await decide(ada, APPROVE);
    expect(await decide(bram, PUBLISH)).toBe("needs_senior");
    expect(await decide(admin, PUBLISH, { isAdmin: true })).toBe("decided");
  },
);

test("words of danger that may go on bring the story first in the list, and two moderators", async () => {
  const site = await testSite();
  await scene(site);
  const { story, ada, decide } = await scene(site, {
    content: { text: "He hurts himself every night now and says that he wants to die." },
  });
  const { stories } = await listWaitingStories(site.db.read, site.keyring, 1);
  expect(stories.map(({ publicId, isUrgent }) => [publicId === story.publicId, isUrgent])).toEqual([
    [true, true],
    [false, false],
  ]);
  expect(await decide(ada, PUBLISH)).toBe("needs_second");
});

test("an approval is for the text that was read: changed by its author, the story is approved anew", async () => {
  const site = await testSite();
  const { story, ada, bram, decide, row } = await scene(site, { content: { tribunal: "waiting" } });
  await decide(ada, APPROVE);
  const changes: StoryVerdict = { decision: "changes", note: "Leave out the school" };
  expect(await decide(bram, changes)).toBe("decided");
  expect((await row()).state).toBe("changes_requested");
  await sendStory(site, story.token, NOW + 2 * HOUR);
  // Sent again without a change: the approval came before the other decision, so it does not count.
  expect(await decide(bram, PUBLISH)).toBe("needs_second");
  await decide(ada, APPROVE, {}, NOW + 2 * HOUR);
  expect(await decide(bram, changes, {}, NOW + 3 * HOUR)).toBe("decided");
  await saveStoryStep(site, { storyId: story.id, step: "text", part: { text: "We wait for a place." } }, NOW);
  await sendStory(site, story.token, NOW + 4 * HOUR);
  expect(await decide(bram, PUBLISH)).toBe("text_changed");
  const { revision } = await row();
  expect(await decide(bram, PUBLISH, { revision })).toBe("needs_second");
  await decide(ada, APPROVE, { revision }, NOW + 5 * HOUR);
  expect(await decide(bram, PUBLISH, { revision }, NOW + 5 * HOUR)).toBe("decided");
});

test("without its author's yes to publishing, nothing is published", async () => {
  const site = await testSite();
  const { story, ada, decide } = await scene(site, { uses: ["publish", "inspectorate"] });
  await changeConsents(site, { storyId: story.id, uses: [] }, NOW);
  expect(await decide(ada, PUBLISH)).toBe("decided");
  const other = await scene(site);
  const { storyConsents } = site.db.tables;
  await site.db.transaction("take every yes back", async (tx) => {
    await tx.update(storyConsents).set({ withdrawnAt: NOW }).where(eq(storyConsents.storyId, other.story.id));
  });
  expect(await other.decide(ada, PUBLISH)).toBe("no_consent");
});

test("a story taken down is off the site with that commit, out of the sums, and can be looked at again", async () => {
  const site = await testSite();
  const { story, ada, bram, decide, read, row, facts } = await scene(site);
  const { publicId } = story;
  const form = { reason: "identifies_child" as const, note: "Her school is named" };
  const down = { publicId, moderatorId: ada, form };
  expect(await takeDownStory(site, down, NOW)).toBe("not_published");
  await decide(bram, PUBLISH);
  expect(await takeDownStory(site, down, NOW + 2 * HOUR)).toBe("taken_down");
  expect(await takeDownStory(site, down, NOW + 2 * HOUR)).toBe("not_published");
  expect(await takeDownStory(site, { ...down, publicId: "nothing" }, NOW)).toBe("unknown");
  expect(await read()).toBe("gone");
  expect(await row()).toMatchObject({ state: "rejected", title: "", text: "", pullQuote: "", easy: "" });
  expect(await facts()).toEqual([expect.objectContaining({ leftAt: NOW + 2 * HOUR })]);
  expect(
    await findStandingDecision(site.db.read, site.keyring, { id: story.id, state: "rejected" }),
  ).toMatchObject({ decision: "take_down", reason: "identifies_child", note: "Her school is named" });
  expect(await reviewAgain(site, { publicId, moderatorId: bram }, NOW + 3 * HOUR)).toBe("waiting");
  expect(await reviewAgain(site, { publicId, moderatorId: bram }, NOW + 3 * HOUR)).toBe("not_rejected");
  expect(await decide(bram, PUBLISH)).toBe("decided");
  expect(await facts()).toEqual([expect.objectContaining({ leftAt: null })]);
});

test("what a moderator wrote goes with a story that is kept no longer", async () => {
  const site = await testSite();
  const { story, ada, decide } = await scene(site);
  await decide(ada, { decision: "reject", reason: "off_topic", note: "It is about Wren" });
  const told = () => findStandingDecision(site.db.read, site.keyring, { id: story.id, state: "rejected" });
  expect((await told())?.note).toBe("It is about Wren");
  await blankUnpublished(site, NOW + HOUR + STORY_UNPUBLISHED_DAYS * DAY);
  expect(await told()).toMatchObject({ reason: "off_topic", note: "" });
  expect(await reviewAgain(site, { publicId: story.publicId, moderatorId: ada }, NOW)).toBe("not_rejected");
});

test("under what a story is found stands in clear from publication until it is taken down", async () => {
  const site = await testSite();
  const { row, decide, ada, story } = await scene(site, { content: { topics: ["what-transport"] } });
  expect((await row()).topics).toBe("");
  await decide(ada, PUBLISH);
  expect((await row()).topics).toBe('["what-transport"]');
  const form = { reason: "identifies_child", note: "" } as const;
  await takeDownStory(site, { publicId: story.publicId, moderatorId: ada, form }, NOW + HOUR);
  expect((await row()).topics).toBe("");
});
