import type { StoryUse } from "#db/tables/story.ts";
import type { Site } from "../site.ts";
import { findStoryGroup, giveConsent, takeBackConsents } from "./consents.server.ts";
import { holdStory } from "./hold-story.server.ts";

/**
 * Makes exactly these uses the ones that its author allows: what is new is given in the words of today, what is left
 * out is taken back from this moment on. Once a story was sent, publishing is taken back by withdrawing it and by
 * nothing else, so that nobody does it with one tick. `gone` where it has been withdrawn or has run out.
 */
export async function changeConsents(
  site: Pick<Site, "db">,
  { storyId, uses }: { storyId: string; uses: readonly StoryUse[] },
  now: number,
): Promise<"changed" | "gone"> {
  return site.db.transaction("change consents of story", async (tx) => {
    const row = await holdStory(tx, storyId);
    if (!row || row.state === "withdrawn") return "gone";
    const isSent = row.submittedAt !== null;
    const wanted = uses.filter((use) => use !== "publish" || !isSent);
    await takeBackConsents(tx, { storyId, kept: isSent ? [...wanted, "publish"] : wanted }, now);
    const group = wanted.includes("group") ? await findStoryGroup(tx, row.campaignId) : undefined;
    for (const use of wanted) await giveConsent(tx, { storyId, use, group }, now);
    return "changed";
  });
}
