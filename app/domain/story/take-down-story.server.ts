import { and, eq, isNull } from "drizzle-orm";
import { queueMail } from "../mail/queue-mail.server.ts";
import { dropClaim } from "../moderation/claims.server.ts";
import type { Site } from "../site.ts";
import type { TakeStoryDownForm } from "./review-form.ts";
import { NOT_IN_CLEAR } from "./story.ts";
import { recordDecision, storySubject } from "./story-decisions.server.ts";

/**
 * Takes a published story off every page at once, whoever has it in hand. Its facts leave the sums by the rules of
 * sums, and its author is mailed. It is kept, sealed, so that it can be put back.
 */
export async function takeDownStory(
  site: Site,
  { publicId, moderatorId, form }: { publicId: string; moderatorId: string; form: TakeStoryDownForm },
  now: number,
): Promise<"taken_down" | "not_published" | "unknown"> {
  return site.db.transaction("take down story", async (tx) => {
    const { stories, storyFacts } = tx.tables;
    const { reason, note } = form;
    const [taken] = await tx
      .update(stories)
      .set({ ...NOT_IN_CLEAR, state: "rejected", reason, updatedAt: now })
      .where(and(eq(stories.publicId, publicId), eq(stories.state, "published")))
      .returning({ id: stories.id, revision: stories.revision });
    if (!taken) {
      const known = await tx.select({ id: stories.id }).from(stories).where(eq(stories.publicId, publicId));
      return known.length > 0 ? "not_published" : "unknown";
    }
    const { id: storyId, revision } = taken;
    await tx
      .update(storyFacts)
      .set({ leftAt: now })
      .where(and(eq(storyFacts.storyId, storyId), isNull(storyFacts.leftAt)));
    const decided = {
      storyId,
      revision,
      accountId: moderatorId,
      decision: "take_down" as const,
      reason,
      note,
    };
    await recordDecision(tx, site.keyring, decided, now);
    await dropClaim(tx, { subject: storySubject(storyId), accountId: moderatorId });
    await queueMail(tx, site, { template: "story-decided", rowId: storyId }, now);
    return "taken_down";
  });
}
