import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { v7 } from "uuid";
import type { Reader, Tx } from "#db/database.ts";
import type { StoryDecision, StoryState } from "#db/tables/story.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Keyring, Place } from "../privacy/keyring.server.ts";

/** What a claim on a story is about. */
export function storySubject(storyId: string): string {
  return `story:${storyId}`;
}

/** One decision about one revision; `note` is what its author is told, or blank. */
export interface Decided {
  storyId: string;
  revision: number;
  accountId: string;
  decision: StoryDecision;
  reason: string;
  note: string;
}

/** Writes a decision and its line in the audit log, in the transaction that carries it out. */
export async function recordDecision(tx: Tx, keyring: Keyring, decided: Decided, now: number): Promise<void> {
  const { storyDecisions } = tx.tables;
  const id = v7({ msecs: now });
  const note = keyring.seal(decisionNote(id), decided.note);
  await tx.insert(storyDecisions).values({ ...decided, id, note, at: now });
  const { accountId, storyId, decision, reason } = decided;
  const detail = reason === "" ? decision : `${decision}: ${reason}`;
  await appendAudit(tx, { accountId, action: "decide_story", subject: storyId, detail }, now);
}

/** The moderators who have approved exactly this revision since anything else was decided about the story. */
export async function listApprovers(
  read: Reader,
  { storyId, revision }: { storyId: string; revision: number },
): Promise<string[]> {
  const { storyDecisions } = read.tables;
  const rows = await read
    .select()
    .from(storyDecisions)
    .where(eq(storyDecisions.storyId, storyId))
    .orderBy(asc(storyDecisions.at), asc(storyDecisions.id));
  // Of one instant, an approval counts as the older: rather once too often than not read again.
  const others = rows.filter(({ decision }) => decision !== "approve").map(({ at }) => at);
  return rows
    .filter((row) => row.decision === "approve" && row.revision === revision)
    .filter(({ at }) => others.every((other) => at > other))
    .map(({ accountId }) => accountId);
}

/** A decision as the author and moderators read it. */
export interface ShownDecision {
  decision: StoryDecision;
  reason: string;
  note: string;
  revision: number;
  at: number;
}

/** All decisions about a story with who took them, newest first, at most 50. */
export async function listDecisions(
  read: Reader,
  keyring: Keyring,
  storyId: string,
): Promise<(ShownDecision & { by: string })[]> {
  const { storyDecisions, accounts } = read.tables;
  const rows = await read
    .select({ decided: storyDecisions, address: accounts.address })
    .from(storyDecisions)
    .innerJoin(accounts, eq(accounts.id, storyDecisions.accountId))
    .where(eq(storyDecisions.storyId, storyId))
    .orderBy(desc(storyDecisions.at), desc(storyDecisions.id))
    .limit(50);
  return rows.map(({ decided, address }) => ({
    ...asShown(keyring, decided),
    by: keyring.open({ table: "accounts", column: "address", rowId: decided.accountId }, address),
  }));
}

/** By which decisions a story is in a state. */
const LED_TO: Partial<Record<StoryState, StoryDecision[]>> = {
  published: ["publish"],
  changes_requested: ["changes"],
  rejected: ["reject", "take_down"],
};

/** The decision by which a story is as it is, for its author; undefined where none has been taken. */
export async function findStandingDecision(
  read: Reader,
  keyring: Keyring,
  { id, state }: { id: string; state: StoryState },
): Promise<ShownDecision | undefined> {
  const kinds = LED_TO[state];
  if (kinds === undefined) return undefined;
  const { storyDecisions } = read.tables;
  const [row] = await read
    .select()
    .from(storyDecisions)
    .where(and(eq(storyDecisions.storyId, id), inArray(storyDecisions.decision, kinds)))
    .orderBy(desc(storyDecisions.at), desc(storyDecisions.id))
    .limit(1);
  return row && asShown(keyring, row);
}

function asShown(
  keyring: Keyring,
  { id, decision, reason, note, revision, at }: ShownDecision & { id: string },
): ShownDecision {
  return { decision, reason, note: keyring.open(decisionNote(id), note), revision, at };
}

function decisionNote(decisionId: string): Place {
  return { table: "story_decisions", column: "note", rowId: decisionId };
}
