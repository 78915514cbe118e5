import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { decideStory } from "#app/domain/story/decide-story.server.ts";
import { SuggestionForm } from "#app/domain/story/review-form.ts";
import { openContent } from "#app/domain/story/sealed-story.server.ts";
import { settleSuggestion } from "#app/domain/story/settle-suggestion.server.ts";
import { suggestWording } from "#app/domain/story/suggest-wording.server.ts";
import { findWaitingSuggestion, listSuggestions } from "#app/domain/story/suggestions.server.ts";
import { withdrawStory } from "#app/domain/story/withdraw-story.server.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { publishedStory, sentStory, TOLD } from "#tests/story-factories.ts";
import { person } from "../moderation/reviewing.ts";

const REWORDED = "My child has had no school place for a year.";

async function scene(site: TestSite, told: Parameters<typeof sentStory>[1] = {}, make = sentStory) {
  const story = await make(site, told);
  const row = async () => {
    const { stories } = site.db.tables;
    const [found] = await site.db.read.select().from(stories).where(eq(stories.id, story.id));
    if (!found) throw new Error("the story is gone");
    return found;
  };
  const ada = await person(site, "moderator");
  const suggest = async (changes: Record<string, unknown> = {}, moderatorId = ada) => {
    const { revision } = await row();
    const form = SuggestionForm.parse({
      ...{ revision, title: TOLD.title, text: REWORDED, why: "Fewer would know you", ...changes },
    });
    return suggestWording(site, { publicId: story.publicId, moderatorId, form }, NOW + HOUR);
  };
  const waiting = async () => findWaitingSuggestion(site.db.read, site.keyring, await row());
  const settle = async (answer: "accepted" | "declined", token = story.token, publicId?: string) =>
    settleSuggestion(
      site,
      { token, publicId: publicId ?? (await waiting())?.publicId ?? "", answer },
      NOW + 2 * HOUR,
    );
  const content = async () => openContent(site.keyring, await row());
  return { story, row, ada, suggest, waiting, settle, content };
}

test("a suggested wording stands only once its author has accepted it, as a new revision", async () => {
  const site = await testSite();
  const { story, row, suggest, waiting, settle, content } = await scene(site, { email: "wren@example.org" });
  const { revision } = await row();
  expect(await suggest()).toBe("suggested");
  expect([(await content()).text, (await row()).revision]).toEqual([TOLD.text, revision]);
  const offered = await waiting();
  expect(offered?.wording).toMatchObject({ text: REWORDED, why: "Fewer would know you" });
  await sendQueuedMail(site.context(NOW + HOUR));
  const mails = await listMailbox(site.db.read, site.keyring);
  const mail = mails.find(({ text }) => text.includes("Nothing has been changed"));
  expect([mail?.to, mail?.text.includes(`/story/${story.token}`)]).toEqual(["wren@example.org", true]);
  expect(mail?.text).not.toContain(REWORDED);
  expect(await settle("accepted")).toBe("accepted");
  expect([(await content()).text, (await row()).revision]).toEqual([REWORDED, revision + 1]);
  expect((await content()).happened).toEqual(TOLD.happened);
  expect(await waiting()).toBeUndefined();
  expect(await settle("declined", story.token, offered?.publicId)).toBe("old");
});

test("a declined wording changes nothing, and another can be offered then", async () => {
  const site = await testSite();
  const { suggest, settle, content, story } = await scene(site);
  await suggest();
  expect(await suggest()).toBe("waits");
  expect(await settle("declined")).toBe("declined");
  expect((await content()).text).toBe(TOLD.text);
  expect(await suggest({ text: "We wait." })).toBe("suggested");
  const all = await listSuggestions(site.db.read, site.keyring, story.id);
  expect(all.map(({ state }) => state).toSorted()).toEqual(["declined", "waiting"]);
});

test("yes and no pressed at once: one of them counts", async () => {
  const site = await testSite();
  const { suggest, waiting, settle, story, content } = await scene(site);
  await suggest();
  const publicId = (await waiting())?.publicId;
  const outcomes = await Promise.all([
    settle("accepted", story.token, publicId),
    settle("declined", story.token, publicId),
  ]);
  expect(outcomes.filter((one) => one === "old")).toHaveLength(1);
  expect((await content()).text).toBe(outcomes[0] === "accepted" ? REWORDED : TOLD.text);
});

test("a moderator who publishes while the author accepts publishes what they have read, or nothing", async () => {
  const site = await testSite();
  const { suggest, settle, story, row, ada } = await scene(site);
  const { revision } = await row();
  await suggest();
  const verdict = { decision: "publish" as const, note: "" };
  const asked = { publicId: story.publicId, moderatorId: ada, isAdmin: false, revision, verdict };
  const [settled, decided] = await Promise.all([settle("accepted"), decideStory(site, asked, NOW + HOUR)]);
  const { state, text } = await row();
  if (decided === "decided") expect([settled, state, text]).toEqual(["old", "published", TOLD.text]);
  else expect([settled, decided, state, text]).toEqual(["accepted", "text_changed", "in_review", ""]);
});

test("what was approved is approved anew once the author has accepted another wording", async () => {
  const site = await testSite();
  const { suggest, settle, story, row, ada } = await scene(site, { content: { tribunal: "waiting" } });
  const bram = await person(site, "moderator");
  const decide = async (moderatorId: string, decision: "approve" | "publish") => {
    const { revision } = await row();
    const asked = { publicId: story.publicId, moderatorId, isAdmin: false, revision };
    return decideStory(site, { ...asked, verdict: { decision, note: "" } }, NOW + HOUR);
  };
  await decide(ada, "approve");
  await suggest();
  await settle("accepted");
  expect(await decide(bram, "publish")).toBe("needs_second");
});

test("a wording that tells of danger brings the story to the front, and two moderators", async () => {
  const site = await testSite();
  const { suggest, settle, row } = await scene(site);
  expect((await row()).isUrgent).toBe(false);
  await suggest({ text: "My son says every night that he wants to die." });
  await settle("accepted");
  expect(await row()).toMatchObject({ isUrgent: true, needsSecond: true });
});

test("the same words, an old revision, an own story and one that is decided take no suggestion", async () => {
  const site = await testSite();
  const { suggest, row, story, ada } = await scene(site);
  expect(await suggest({ text: TOLD.text })).toBe("same");
  expect(await suggest({ revision: (await row()).revision - 1 })).toBe("text_changed");
  const verdict = { decision: "reject" as const, reason: "off_topic" as const, note: "" };
  const { revision } = await row();
  const asked = { publicId: story.publicId, moderatorId: ada, isAdmin: false, revision, verdict };
  await decideStory(site, asked, NOW + HOUR);
  expect(await suggest()).toBe("not_in_review");
});

test("only its author's own link answers a suggestion, and withdrawing blanks it", async () => {
  const site = await testSite();
  const { suggest, waiting, settle, story, content } = await scene(site);
  const other = await scene(site);
  await suggest();
  const publicId = (await waiting())?.publicId ?? "";
  expect(await settle("accepted", other.story.token, publicId)).toBe("gone");
  expect(await settle("accepted", story.draftToken, publicId)).toBe("gone");
  expect((await content()).text).toBe(TOLD.text);
  await withdrawStory(site, story.token, NOW + 2 * HOUR);
  expect(await settle("accepted", story.token, publicId)).toBe("gone");
  expect(await listSuggestions(site.db.read, site.keyring, story.id)).toEqual([]);
});

test("a published story that is shown to be wrong stays as it is until its author says yes, and reads anew at once", async () => {
  const site = await testSite();
  const { row, suggest, settle } = await scene(site, { email: "wren@example.org" }, publishedStory);
  expect(await suggest()).toBe("suggested");
  expect(await row()).toMatchObject({ state: "published", text: TOLD.text });
  await sendQueuedMail(site.context(NOW + HOUR));
  const mails = await listMailbox(site.db.read, site.keyring);
  expect(mails.some(({ text }) => text.includes("Nothing has been changed"))).toBe(true);
  expect(await settle("accepted")).toBe("accepted");
  expect(await row()).toMatchObject({ state: "published", text: REWORDED });
});

test("a published story that two moderators look at goes back to them with the words that its author accepted", async () => {
  const site = await testSite();
  const told = { content: { tribunal: "waiting" as const } };
  const { story, row, suggest, settle } = await scene(site, told, publishedStory);
  await suggest();
  expect(await settle("accepted")).toBe("accepted");
  expect(await row()).toMatchObject({ state: "in_review", text: "", title: "" });
  const { storyFacts } = site.db.tables;
  const facts = await site.db.read.select().from(storyFacts).where(eq(storyFacts.storyId, story.id));
  expect(facts).toEqual([expect.objectContaining({ leftAt: NOW + 2 * HOUR })]);
});

test("a suggestion that was passed over when the story was published is over", async () => {
  const site = await testSite();
  const { story, row, ada, suggest, waiting, settle } = await scene(site);
  await suggest();
  const offered = await waiting();
  const { revision } = await row();
  const verdict = { decision: "publish" as const, note: "" };
  const decided = { publicId: story.publicId, moderatorId: ada, isAdmin: false, revision, verdict };
  expect(await decideStory(site, decided, NOW + 2 * HOUR)).toBe("decided");
  expect(await waiting()).toBeUndefined();
  expect(await settle("accepted", story.token, offered?.publicId)).toBe("old");
});
