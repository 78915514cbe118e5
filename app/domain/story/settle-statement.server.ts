import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { dropClaim } from "../moderation/claims.server.ts";
import { isHeldByOther } from "../moderation/held-by-other.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import type { Site } from "../site.ts";
import { holdStory } from "./hold-story.server.ts";
import { hasInventedStories } from "./invented-stories.server.ts";
import { isOwnStatement } from "./own-statement.server.ts";
import { statementPlace, statementSubject } from "./statement.ts";
import type { SettleStatementForm } from "./statement-form.ts";
import { openStatement } from "./statement-sealed.server.ts";
import { READABLE_STATES } from "./story.ts";

/** Why nothing was decided about a reply. */
export type StatementUnsettled =
  | "unknown"
  /** The moderator wrote it, or told the story. */
  | "own"
  /** Another moderator has it in hand. */
  | "held"
  | "already_settled"
  /** A correction is accepted and a statement published, not the other way round. */
  | "wrong_kind"
  /** The story is not there for a statement to stand beside. */
  | "story_gone"
  /** It would stand beside invented families: nobody real answers to those. */
  | "invented";

/**
 * Publishes a statement, accepts a correction, or declines either. Published: everybody reads it with this commit,
 * and the author of the story is mailed that it stands there. An accepted correction changes no word by itself: the
 * author of a story is offered another wording. Whoever wrote it is mailed that it was decided.
 */
export async function settleStatement(
  site: Site,
  { publicId, accountId, form }: { publicId: string; accountId: string; form: SettleStatementForm },
  now: number,
): Promise<"settled" | StatementUnsettled> {
  return site.db.transaction("settle statement", async (tx) => {
    const { storyStatements } = tx.tables;
    const isIt = eq(storyStatements.publicId, publicId);
    const [found] = await tx.select().from(storyStatements).where(isIt);
    if (!found || found.state === "unconfirmed") return "unknown";
    const story = found.storyId === "" ? undefined : await holdStory(tx, found.storyId);
    if (await isOwnStatement(tx, found, accountId)) return "own";
    const claim = { subject: statementSubject(found.id), accountId };
    if (await isHeldByOther(tx, claim, now)) return "held";
    const isShown = story === undefined || READABLE_STATES.some((state) => state === story.state);
    if (form.decision === "publish" && found.kind !== "statement") return "wrong_kind";
    if (form.decision === "accept" && found.kind !== "correction") return "wrong_kind";
    if (form.decision === "publish" && !isShown) return "story_gone";
    const isInvented = story?.isDemonstration ?? (await hasInventedStories(tx, found.councilGss));
    if (form.decision === "publish" && isInvented) return "invented";
    // Asked again by the statement: whoever wrote it may have taken it back since it was read.
    const settled = await tx
      .update(storyStatements)
      .set({
        ...outcomeOf(site.keyring, found, form, now),
        note: site.keyring.seal(statementPlace(found.id, "note"), form.note),
        ...{ settledAt: now, settledBy: accountId },
      })
      .where(and(isIt, eq(storyStatements.state, "waiting")))
      .returning({ id: storyStatements.id });
    if (settled.length === 0) return "already_settled";
    await dropClaim(tx, claim);
    await audit(tx, { accountId, subject: found.id, form }, now);
    await queueMail(tx, site, { template: "statement-settled", rowId: found.id }, now);
    if (form.decision === "publish" && story !== undefined)
      await queueMail(tx, site, { template: "statement-beside", rowId: found.id }, now);
    return "settled";
  });
}

function outcomeOf(
  keyring: Keyring,
  found: Tables["storyStatements"]["$inferSelect"],
  form: SettleStatementForm,
  now: number,
): Partial<Tables["storyStatements"]["$inferInsert"]> {
  switch (form.decision) {
    case "publish": {
      const { words, role, organisation } = openStatement(keyring, found);
      return { state: "published", publishedAt: now, words, writerRole: role, organisation };
    }
    case "accept":
      return { state: "accepted" };
    case "decline":
      return { state: "declined", reason: form.reason };
  }
}

async function audit(
  tx: Tx,
  { accountId, subject, form }: { accountId: string; subject: string; form: SettleStatementForm },
  now: number,
): Promise<void> {
  const detail = form.decision === "decline" ? `decline: ${form.reason}` : form.decision;
  await appendAudit(tx, { accountId, action: "settle_statement", subject, detail }, now);
}
