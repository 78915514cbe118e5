import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { StoryState } from "#db/tables/story.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { dropClaim } from "../moderation/claims.server.ts";
import { isHeldByOther } from "../moderation/held-by-other.server.ts";
import type { Moderator } from "../moderation/moderator.server.ts";
import type { Site } from "../site.ts";
import { listRejecters } from "./appeal-story.server.ts";
import { listConsents, standingUses } from "./consents.server.ts";
import { holdStory } from "./hold-story.server.ts";
import { isOwnStory } from "./own-story.server.ts";
import { publishStory } from "./publish-story.server.ts";
import type { StoryVerdict } from "./review-form.ts";
import { openContent } from "./sealed-story.server.ts";
import { APPEALED } from "./story.ts";
import { listApprovers, recordDecision, storySubject } from "./story-decisions.server.ts";
import { needsSenior, needsTwo, publishingGap } from "./two-moderators.ts";

/** Why nothing was decided. */
export type StoryUndecided =
  | "unknown"
  | "own_story"
  /** Another moderator has it in hand. */
  | "held"
  /** It was decided, or taken back by its author, meanwhile. */
  | "not_in_review"
  /** It is not the text any more that the moderator has read. */
  | "text_changed"
  /** Another moderator has to approve exactly this text first. */
  | "needs_second"
  | "needs_senior"
  | "approved_already"
  /** One moderator is enough. */
  | "needs_no_second"
  /** Its author has asked for another moderator. */
  | "decided_before"
  /** Its author does not say yes to publishing any more. */
  | "no_consent";

/** A moderator's decision about the revision that they have read. */
export interface DecideStory extends Moderator {
  publicId: string;
  revision: number;
  verdict: StoryVerdict;
}

/**
 * Decides about a story in review. Published: everybody reads it with this commit, and its facts join the sums.
 * Approved: the first of the two whom the hardest stories need. Its author is mailed that something was decided, and
 * reads what, with the note, behind their own link; an approval is told to nobody.
 */
export async function decideStory(
  site: Site,
  asked: DecideStory,
  now: number,
): Promise<"decided" | StoryUndecided> {
  const { publicId, revision, moderatorId, verdict } = asked;
  return site.db.transaction("decide story", async (tx) => {
    const { stories } = tx.tables;
    const [found] = await tx.select({ id: stories.id }).from(stories).where(eq(stories.publicId, publicId));
    const row = found && (await holdStory(tx, found.id));
    if (!row || row.state === "draft") return "unknown";
    if (await isOwnStory(tx, row, moderatorId)) return "own_story";
    const claim = { subject: storySubject(row.id), accountId: moderatorId };
    if (await isHeldByOther(tx, claim, now)) return "held";
    if (row.state !== "in_review") return "not_in_review";
    if (row.revision !== revision) return "text_changed";
    if (row.reason === APPEALED && (await listRejecters(tx, row.id)).includes(moderatorId))
      return "decided_before";
    const undone = await carryOut(tx, site, row, asked, now);
    if (undone !== undefined) return undone;
    const { decision, note } = verdict;
    const reason = verdict.decision === "reject" ? verdict.reason : "";
    const decided = { storyId: row.id, revision, accountId: moderatorId, decision, reason, note };
    await recordDecision(tx, site.keyring, decided, now);
    await dropClaim(tx, claim);
    if (decision !== "approve") await queueMail(tx, site, { template: "story-decided", rowId: row.id }, now);
    return "decided";
  });
}

async function carryOut(
  tx: Tx,
  { keyring }: Pick<Site, "keyring">,
  row: Tables["stories"]["$inferSelect"],
  { moderatorId, isAdmin, verdict }: DecideStory,
  now: number,
): Promise<StoryUndecided | undefined> {
  switch (verdict.decision) {
    case "changes":
      return (await move(tx, row, { state: "changes_requested", reason: "" }, now))
        ? undefined
        : "not_in_review";
    case "reject":
      return (await move(tx, row, { state: "rejected", reason: verdict.reason }, now))
        ? undefined
        : "not_in_review";
    case "approve":
    case "publish": {
      const content = openContent(keyring, row);
      const judged = { needsSecond: row.needsSecond, isUrgent: row.isUrgent, court: content.court };
      const approvers = await listApprovers(tx, { storyId: row.id, revision: row.revision });
      if (verdict.decision === "approve") {
        if (!needsTwo(judged) && !needsSenior(judged)) return "needs_no_second";
        return approvers.includes(moderatorId) ? "approved_already" : undefined;
      }
      const gap = publishingGap(judged, { moderatorId, isAdmin, approvers });
      if (gap !== undefined) return gap;
      if (!standingUses(await listConsents(tx, row.id)).includes("publish")) return "no_consent";
      return (await publishStory(tx, row, content, now)) ? undefined : "not_in_review";
    }
  }
}

async function move(
  tx: Tx,
  { id, revision }: Pick<Tables["stories"]["$inferSelect"], "id" | "revision">,
  to: { state: StoryState; reason: string },
  now: number,
): Promise<boolean> {
  const { stories } = tx.tables;
  const moved = await tx
    .update(stories)
    .set({ ...to, updatedAt: now })
    .where(and(eq(stories.id, id), eq(stories.state, "in_review"), eq(stories.revision, revision)))
    .returning({ id: stories.id });
  return moved.length > 0;
}
