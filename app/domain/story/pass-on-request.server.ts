import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { z } from "zod";
import { NOTE_CHARACTERS } from "#app/policy.ts";
import { STORY_REQUESTER_CHARACTERS, STORY_REQUESTS_PER_WEEK } from "#app/policy-stories.ts";
import type { Reader } from "#db/database.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { typedText } from "../moderation/typed-text.ts";
import type { Keyring, Place } from "../privacy/keyring.server.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { listConsents, standingUses } from "./consents.server.ts";
import { holdStory } from "./hold-story.server.ts";

/** Somebody asks to speak to the author of a story, and how they can be answered. */
export const StoryRequestForm = z.object({
  use: z.enum(["journalists", "group"], { error: "Choose who asks" }),
  who: typedText(STORY_REQUESTER_CHARACTERS, "Enter who asks, as the author should read it"),
  request: typedText(NOTE_CHARACTERS, "Write what they ask, and how the author can answer them"),
});
export type StoryRequestForm = z.infer<typeof StoryRequestForm>;

/**
 * Passes a request on to the author of a published story, who has said yes to being asked by such people. Whoever
 * asks learns nothing, not even that it arrived; the author reads it behind their own link and answers, or does not.
 */
export async function passOnRequest(
  site: Site,
  { publicId, moderatorId, form }: { publicId: string; moderatorId: string; form: StoryRequestForm },
  now: number,
): Promise<"passed_on" | "no_consent" | "not_published" | "too_many" | "unknown"> {
  return site.db.transaction("pass on request to author", async (tx) => {
    const { stories, storySharings } = tx.tables;
    const [found] = await tx.select({ id: stories.id }).from(stories).where(eq(stories.publicId, publicId));
    const row = found && (await holdStory(tx, found.id));
    if (!row) return "unknown";
    if (row.state !== "published" || row.email === "") return "not_published";
    const { use, who, request } = form;
    if (!standingUses(await listConsents(tx, row.id)).includes(use)) return "no_consent";
    const week = { key: `story requests ${row.id}`, windowMs: 7 * DAY, limit: STORY_REQUESTS_PER_WEEK };
    if (!(await takeAllowance(tx, week, now))) return "too_many";
    const id = v7({ msecs: now });
    await tx.insert(storySharings).values({
      ...{ id, storyId: row.id, use, at: now },
      words: `${who} asked to speak to you. They did not get your address`,
      request: site.keyring.seal(requestPlace(id), request),
    });
    const audited = { accountId: moderatorId, action: "decide_story", subject: row.id } as const;
    await appendAudit(tx, { ...audited, detail: `passed on a request: ${use}` }, now);
    await queueMail(tx, site, { template: "story-decided", rowId: row.id }, now);
    return "passed_on";
  });
}

/** What others have asked the author through us, newest first; blank once the story was taken back. */
export async function listRequests(
  read: Reader,
  keyring: Keyring,
  storyId: string,
): Promise<{ words: string; request: string; at: number }[]> {
  const { storySharings } = read.tables;
  const rows = await read.select().from(storySharings).where(eq(storySharings.storyId, storyId));
  return rows
    .filter(({ request }) => request !== "")
    .toSorted((a, b) => b.at - a.at)
    .map(({ id, words, request, at }) => ({ words, request: keyring.open(requestPlace(id), request), at }));
}

function requestPlace(sharingId: string): Place {
  return { table: "story_sharings", column: "request", rowId: sharingId };
}
