import { and, desc, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { ProposalState } from "#db/tables/history.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { changeNote } from "./settle-change.server.ts";
import { TextContent } from "./text-content.ts";

/** Changes that an organiser's page lists at most. */
const LISTED = 20;

/** A change as those who run the campaign see it. */
export interface ProposedChange {
  publicId: string;
  state: ProposalState;
  content: TextContent;
  pictureId: string;
  why: string;
  /** What the moderator wrote, or blank. */
  note: string;
  createdAt: number;
  settledAt: number | null;
}

/** The changes proposed to a campaign, the newest first. */
export async function listChanges(
  read: Reader,
  keyring: Keyring,
  campaignId: string,
): Promise<ProposedChange[]> {
  const { proposedChanges } = read.tables;
  const rows = await read
    .select()
    .from(proposedChanges)
    .where(eq(proposedChanges.campaignId, campaignId))
    .orderBy(desc(proposedChanges.createdAt), desc(proposedChanges.id))
    .limit(LISTED);
  return rows.map(({ id, publicId, state, content, pictureId, why, note, createdAt, settledAt }) => ({
    ...{ publicId, state, pictureId, why, createdAt, settledAt },
    content: TextContent.parse(JSON.parse(content)),
    note: note === "" ? "" : keyring.open(changeNote(id), note),
  }));
}

/** The change that waits for a moderator, or undefined. */
export async function findWaitingChange(
  read: Reader,
  campaignId: string,
): Promise<{ publicId: string; createdAt: number } | undefined> {
  const { proposedChanges } = read.tables;
  const [row] = await read
    .select({ publicId: proposedChanges.publicId, createdAt: proposedChanges.createdAt })
    .from(proposedChanges)
    .where(and(eq(proposedChanges.campaignId, campaignId), eq(proposedChanges.state, "waiting")))
    .limit(1);
  return row;
}
