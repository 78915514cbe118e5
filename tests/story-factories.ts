import { eq } from "drizzle-orm";
import type { Site } from "#app/domain/site.ts";
import { changeConsents } from "#app/domain/story/change-consents.server.ts";
import { StoryContent } from "#app/domain/story/content.ts";
import { giveAddress } from "#app/domain/story/give-address.server.ts";
import { saveStoryStep } from "#app/domain/story/save-story-step.server.ts";
import { sendStory } from "#app/domain/story/send-story.server.ts";
import { startStory } from "#app/domain/story/start-story.server.ts";
import { storyToken } from "#app/domain/story/story-links.server.ts";
import { findStoryByLink } from "#app/domain/story/story-queries.server.ts";
import type { StoryUse } from "#db/tables/story.ts";
import { NOW } from "./factories.ts";

/** A story of an invented family in Worcestershire. */
export const TOLD = StoryContent.parse({
  ...{ teller: "parent", court: "no", title: "A year at the kitchen table" },
  text: "My son has had no school place for a year.\n\nEvery morning we sit down at the kitchen table instead. Nobody answers our letters.",
  ...{ need: "asd", ageBand: "5-10", happened: ["no_place", "plan_late"], monthsOut: "7-12" },
});

interface Told {
  content?: Partial<StoryContent>;
  councilGss?: string;
  uses?: readonly StoryUse[];
  email?: string;
  campaignId?: string;
}

/** What a test holds of a story: its row, the page on which it is written, the link that was mailed. */
export interface TestStory {
  id: string;
  publicId: string;
  draftToken: string;
  mailToken: string;
}

/** A story that lacks nothing and has not been sent. */
export async function draftStory(site: Site, told: Told = {}, now: number = NOW): Promise<TestStory> {
  const { councilGss = "E10000034", uses = ["publish"], campaignId = "" } = told;
  const email = told.email ?? `author-${Math.random().toString(36).slice(2)}@example.org`;
  const begun = await startStory(site, { councilGss, campaignId, clientAddress: email }, now);
  if (begun === "limited") throw new Error("a test began too many stories");
  const story = await findStoryByLink(site.db.read, site.keyring, begun.token);
  if (!story) throw new Error("a story has no link");
  const { id, publicId } = story;
  await saveStoryStep(site, { storyId: id, step: "text", part: { ...TOLD, ...told.content } }, now);
  await changeConsents(site, { storyId: id, uses }, now);
  await giveAddress(site, { storyId: id, email }, now);
  const mailToken = await storyToken(site.db.read, site.keyring, { storyId: id, email });
  return { id, publicId, draftToken: begun.token, mailToken: mailToken ?? "" };
}

/** One that its author has sent, with the link for life. */
export async function sentStory(
  site: Site,
  told: Told = {},
  now: number = NOW,
): Promise<TestStory & { token: string }> {
  const draft = await draftStory(site, told, now);
  const sent = await sendStory(site, draft.mailToken, now);
  if (!("token" in sent)) throw new Error(`a test's story was not sent: ${sent.outcome}`);
  return { ...draft, token: sent.token };
}

/** One that everybody can read: as moderators leave it, with its facts apart. */
export async function publishedStory(
  site: Site,
  told: Told = {},
  now: number = NOW,
): Promise<TestStory & { token: string }> {
  const sent = await sentStory(site, told, now);
  const { title, text, pullQuote, contentNote, easy, topics, happened, ...facts } = {
    ...TOLD,
    ...told.content,
  };
  const { need, ageBand, monthsOut, money, miles, monthsWaited, tribunal } = facts;
  await site.db.transaction("publish a test's story", async (tx) => {
    const { stories, storyFacts } = tx.tables;
    await tx
      .update(stories)
      .set({
        ...{ state: "published", publishedAt: now, title, text, pullQuote, contentNote, easy },
        topics: JSON.stringify(topics),
      })
      .where(eq(stories.id, sent.id));
    await tx.insert(storyFacts).values({
      ...{
        storyId: sent.id,
        councilGss: told.councilGss ?? "E10000034",
        districtGss: "",
        constituencyGss: "",
      },
      ...{ need, ageBand, monthsOut, money, miles, monthsWaited, tribunal },
      ...{ happened: JSON.stringify(happened), joinedAt: now, leftAt: null },
    });
  });
  return sent;
}
