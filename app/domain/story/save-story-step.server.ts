import { eq } from "drizzle-orm";
import { STORY_DRAFT_DAYS } from "#app/policy-stories.ts";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import type { StoryContent } from "./content.ts";
import { holdStory } from "./hold-story.server.ts";
import { listSentences } from "./pull-quotes.ts";
import { openContent, sealContent } from "./sealed-story.server.ts";
import { type StepPart, seenStep, stepPart } from "./seen-step.server.ts";
import type { StoryStep } from "./steps.ts";
import { isEditable } from "./story.ts";

/** Where a family lives: codes alone, never ward or postcode. */
export interface StoryPlace {
  councilGss: string;
  districtGss: string;
  constituencyGss: string;
}

/** One page of a story as it was sent. */
export interface SavedStep {
  storyId: string;
  step: StoryStep;
  part: StepPart;
  place?: StoryPlace;
  /** What stood on the page when it was opened (`seenStep`); undefined does not ask. */
  seen?: string;
}

/**
 * Keeps one page of a story. `changed` where it was changed elsewhere since the page was opened and says something
 * else now: nothing is kept, and both can be shown. `gone` where it was sent, withdrawn or has run out meanwhile.
 */
export async function saveStoryStep(
  site: Pick<Site, "db" | "keyring">,
  { storyId, step, part, place, seen }: SavedStep,
  now: number,
): Promise<"saved" | "changed" | "gone"> {
  return site.db.transaction("save story step", async (tx) => {
    const row = await holdStory(tx, storyId);
    if (!row || !isEditable(row.state)) return "gone";
    const content = openContent(site.keyring, row);
    const isOld = seen !== undefined && seen !== seenStep(step, content);
    if (
      isOld &&
      JSON.stringify(stepPart(step, { ...content, ...part })) !== JSON.stringify(stepPart(step, content))
    )
      return "changed";
    await writeStory(tx, site, row, { ...content, ...part }, { ...place }, now);
    return "saved";
  });
}

/** Writes a story's content anew, as its author changes it; a draft is kept a month from then. */
export async function writeStory(
  tx: Tx,
  { keyring }: Pick<Site, "keyring">,
  row: Tables["stories"]["$inferSelect"],
  content: StoryContent,
  changes: Partial<StoryPlace>,
  now: number,
): Promise<void> {
  const { stories } = tx.tables;
  const isQuoted = listSentences(content.text).includes(content.pullQuote);
  const kept = { ...content, pullQuote: isQuoted ? content.pullQuote : "" };
  await tx
    .update(stories)
    .set({
      ...changes,
      content: sealContent(keyring, row.id, kept),
      revision: row.revision + 1,
      updatedAt: now,
      ...(row.state === "draft" ? { expiresAt: now + STORY_DRAFT_DAYS * DAY } : {}),
    })
    .where(eq(stories.id, row.id));
}
