import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { queueMail } from "../mail/queue-mail.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { isHeldByOther } from "../moderation/held-by-other.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import type { Site } from "../site.ts";
import { holdStory } from "./hold-story.server.ts";
import { isOwnStory } from "./own-story.server.ts";
import type { SuggestionForm } from "./review-form.ts";
import { openContent } from "./sealed-story.server.ts";
import { storySubject } from "./story-decisions.server.ts";
import { findWaitingSuggestion, isSameWording, suggestionPlace } from "./suggestions.server.ts";

/** What came of it; `same` changes no word, `waits` names one that the author has not answered yet. */
export type Suggesting =
  | "suggested"
  | "unknown"
  | "own_story"
  | "held"
  | "not_in_review"
  | "text_changed"
  | "same"
  | "waits";

/**
 * Offers the author another wording of the revision that the moderator has read, of a published story too: somebody
 * may have shown that it says something wrong. Nothing of the story changes by it.
 * The author is mailed that something waits for them.
 */
export async function suggestWording(
  site: Site,
  { publicId, moderatorId, form }: { publicId: string; moderatorId: string; form: SuggestionForm },
  now: number,
): Promise<Suggesting> {
  const { revision, ...wording } = form;
  return site.db.transaction("suggest wording", async (tx) => {
    const { stories, storySuggestions } = tx.tables;
    const [found] = await tx.select({ id: stories.id }).from(stories).where(eq(stories.publicId, publicId));
    const row = found && (await holdStory(tx, found.id));
    if (!row || row.state === "draft") return "unknown";
    if (await isOwnStory(tx, row, moderatorId)) return "own_story";
    const claim = { subject: storySubject(row.id), accountId: moderatorId };
    if (await isHeldByOther(tx, claim, now)) return "held";
    if (row.state !== "in_review" && row.state !== "published") return "not_in_review";
    if (row.revision !== revision) return "text_changed";
    if (isSameWording(openContent(site.keyring, row), wording)) return "same";
    if (await findWaitingSuggestion(tx, site.keyring, row)) return "waits";
    const id = v7({ msecs: now });
    await tx.insert(storySuggestions).values({
      ...{ id, publicId: newPublicId(), storyId: row.id, revision, accountId: moderatorId },
      content: site.keyring.seal(suggestionPlace(id), JSON.stringify(wording)),
      ...{ state: "waiting", createdAt: now, settledAt: null },
    });
    const entry = { accountId: moderatorId, action: "suggest_wording", subject: row.id, detail: "" };
    await appendAudit(tx, entry, now);
    await queueMail(tx, site, { template: "story-decided", rowId: row.id }, now);
    return "suggested";
  });
}
