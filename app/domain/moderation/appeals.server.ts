import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import type { AppealState } from "#db/tables/moderation.ts";
import { moveNote } from "../campaign/move-campaign.server.ts";
import type { Keyring, Place } from "../privacy/keyring.server.ts";

/** One line of the queue. */
export interface ListedAppeal {
  publicId: string;
  state: AppealState;
  title: string;
  /** What is appealed against: into which state the campaign was moved. */
  against: CampaignState;
  createdAt: number;
  settledAt: number | null;
}

/** An appeal as another moderator reads it. */
export interface ReadAppeal extends ListedAppeal {
  id: string;
  campaignId: string;
  number: number;
  campaignState: CampaignState;
  words: string;
  /** What whoever settled it wrote. */
  note: string;
  /** The decision: who made it, when, why, and what they wrote. */
  decision: { accountId: string; at: number; reason: string; note: string };
}

/** Where a text of an appeal is sealed. */
export function appealText(appealId: string, column: "words" | "note"): Place {
  return { table: "appeals", column, rowId: appealId };
}

/** A page of appeals: those that wait, the oldest first; or those that are settled, the newest first. */
export async function listAppeals(
  read: Reader,
  { isSettled, page }: { isSettled: boolean; page: number },
): Promise<{ appeals: ListedAppeal[]; count: number }> {
  const { appeals } = read.tables;
  const isListed = inArray(appeals.state, isSettled ? ["granted", "dismissed"] : ["waiting"]);
  const [counted] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(appeals)
    .where(isListed);
  const rows = await selectAppeals(read)
    .where(isListed)
    .orderBy(
      ...(isSettled
        ? [desc(appeals.settledAt), desc(appeals.id)]
        : [asc(appeals.createdAt), asc(appeals.id)]),
    )
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  return {
    count: counted?.count ?? 0,
    appeals: rows.map(({ appeal, move, title }) => listed(appeal, move.toState, title)),
  };
}

/** One appeal with everything that was written about it; undefined for none of this id. */
export async function findAppeal(
  read: Reader,
  keyring: Keyring,
  publicId: string,
): Promise<ReadAppeal | undefined> {
  const { appeals } = read.tables;
  const [row] = await selectAppeals(read).where(eq(appeals.publicId, publicId));
  if (!row) return undefined;
  const { appeal, move, title, number, campaignState } = row;
  return {
    ...listed(appeal, move.toState, title),
    ...{ id: appeal.id, campaignId: appeal.campaignId, number, campaignState },
    words: keyring.open(appealText(appeal.id, "words"), appeal.words),
    note: keyring.open(appealText(appeal.id, "note"), appeal.note),
    decision: {
      accountId: move.accountId,
      at: move.at,
      reason: move.reason,
      note: keyring.open(moveNote(move.id), move.note),
    },
  };
}

/** What became of the appeal against a decision; undefined where there was none. */
export async function findAppealOf(
  read: Reader,
  moveId: string,
): Promise<{ state: AppealState; createdAt: number; publicId: string } | undefined> {
  const { appeals } = read.tables;
  const [row] = await read
    .select({ state: appeals.state, createdAt: appeals.createdAt, publicId: appeals.publicId })
    .from(appeals)
    .where(eq(appeals.moveId, moveId));
  return row;
}

function selectAppeals(read: Reader) {
  const { appeals, campaignMoves, campaigns, campaignTexts } = read.tables;
  return read
    .select({
      appeal: appeals,
      move: campaignMoves,
      title: campaignTexts.title,
      number: campaigns.number,
      campaignState: campaigns.state,
    })
    .from(appeals)
    .innerJoin(campaignMoves, eq(campaignMoves.id, appeals.moveId))
    .innerJoin(campaigns, eq(campaigns.id, appeals.campaignId))
    .innerJoin(
      campaignTexts,
      sql`${campaignTexts.campaignId} = ${campaigns.id} and ${campaignTexts.variant} = 'en'`,
    )
    .$dynamic();
}

function listed(
  appeal: { publicId: string; state: AppealState; createdAt: number; settledAt: number | null },
  against: CampaignState,
  title: string,
): ListedAppeal {
  const { publicId, state, createdAt, settledAt } = appeal;
  return { publicId, state, title, against, createdAt, settledAt };
}
