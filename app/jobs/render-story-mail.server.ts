import { STORY_DRAFT_DAYS, STORY_TARGET_DAYS } from "#app/policy-stories.ts";
import type { StoryState } from "#db/tables/story.ts";
import type { StoryTemplate } from "../domain/mail/mail-template.ts";
import { hashAddress } from "../domain/signature/person.server.ts";
import { listRequests } from "../domain/story/pass-on-request.server.ts";
import { storyToken } from "../domain/story/story-links.server.ts";
import { findStoryById, listOwnStories, type OwnStory } from "../domain/story/story-queries.server.ts";
import { findWaitingSuggestion } from "../domain/story/suggestions.server.ts";
import { londonDay } from "../domain/time/london.ts";
import { dayInWords } from "../emails/calendar-words.ts";
import { storyConfirmMail } from "../emails/story-confirm.ts";
import { type StoryNews, storyDecidedMail } from "../emails/story-decided.ts";
import { storyLinkMail } from "../emails/story-link.ts";
import { storyLinksMail } from "../emails/story-links.ts";
import { mailSite } from "./outgoing.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders a mail to the author of a story from what its row says now; one that was sent meanwhile needs no link. */
export async function renderStoryMail(
  context: WorkerContext,
  template: StoryTemplate,
  storyId: string,
): Promise<Prepared> {
  const { db, keyring, settings } = context;
  const story = await findStoryById(db.read, keyring, storyId);
  if (!story || story.email === "") return { skip: "row_gone" };
  const to = story.email;
  const site = mailSite(settings);
  if (template === "story-links")
    return { to, mail: storyLinksMail({ site, stories: await own(context, story) }) };
  if (template === "story-decided") {
    const news = await newsOf(context, story);
    if (news === undefined) return { skip: "no_longer_pending" };
    return { to, mail: storyDecidedMail({ site, storyUrl: await urlOf(context, story), news }) };
  }
  if (story.state !== "draft") return { skip: "no_longer_pending" };
  const storyUrl = await urlOf(context, story);
  if (template === "story-confirm")
    return { to, mail: storyConfirmMail({ site, storyUrl, targetDays: STORY_TARGET_DAYS }) };
  return { to, mail: storyLinkMail({ site, storyUrl, keptDays: STORY_DRAFT_DAYS }) };
}

/** What there is to tell the author now; nothing where it was overtaken. */
async function newsOf(context: WorkerContext, story: OwnStory): Promise<StoryNews | undefined> {
  const { db, keyring } = context;
  switch (story.state) {
    case "published":
      if (await findWaitingSuggestion(db.read, keyring, story)) return "suggestion";
      return (await isAskedFor(context, story)) ? "request" : "published";
    case "changes_requested":
      return "changes";
    case "rejected":
      return story.publishedAt === null ? "rejected" : "taken_down";
    case "in_review":
      return (await findWaitingSuggestion(db.read, keyring, story)) ? "suggestion" : undefined;
    case "draft":
    case "withdrawn":
      return undefined;
  }
}

/** Whether the newest thing that happened to a published story is that somebody asked for its author. */
async function isAskedFor({ db, keyring }: WorkerContext, story: OwnStory): Promise<boolean> {
  const [newest] = await listRequests(db.read, keyring, story.id);
  return newest !== undefined && newest.at > (story.publishedAt ?? 0);
}

/** Each completes "It is …". */
const STATE_WORDS: Record<StoryState, string> = {
  draft: "not sent yet",
  in_review: "with the moderators",
  published: "published",
  changes_requested: "waiting for a change by you",
  rejected: "not published",
  withdrawn: "withdrawn",
};

/** The stories of exactly this spelling of the address: another spelling gets its links at that one. */
async function own(context: WorkerContext, { email }: OwnStory) {
  const { db, keyring } = context;
  const all = await listOwnStories(db.read, keyring, hashAddress(keyring, email));
  const same = all.filter((one) => one.email.toLowerCase() === email.toLowerCase());
  return Promise.all(
    same.map(async (one) => ({
      begunOn: dayInWords(londonDay(one.createdAt), londonDay(context.clock.now())),
      state: STATE_WORDS[one.state],
      manageUrl: await urlOf(context, one),
    })),
  );
}

async function urlOf({ db, keyring, settings }: WorkerContext, { id, email }: OwnStory): Promise<string> {
  const token = await storyToken(db.read, keyring, { storyId: id, email });
  if (token === undefined) throw new Error("a story with an address has no link");
  return `${settings.appUrl}/story/${token}`;
}
