import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import { SECOND_CHANCES } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import type { Mover } from "#db/tables/history.ts";
import { moveNote } from "../campaign/move-campaign.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";

/** More than any campaign will have. */
const LISTED = 200;

/** One change of state as moderators read it. */
export interface ReadMove {
  id: string;
  at: number;
  from: CampaignState;
  to: CampaignState;
  mover: Mover;
  /** The address of whoever did it; blank where the program did. */
  by: string;
  reason: string;
  note: string;
}

/** Everything that has happened to a campaign's state, the newest first, with notes in clear. */
export async function listMoves(read: Reader, keyring: Keyring, campaignId: string): Promise<ReadMove[]> {
  const { campaignMoves, accounts } = read.tables;
  const rows = await read
    .select({ move: campaignMoves, address: accounts.address })
    .from(campaignMoves)
    .leftJoin(accounts, eq(accounts.id, campaignMoves.accountId))
    .where(eq(campaignMoves.campaignId, campaignId))
    .orderBy(desc(campaignMoves.at), desc(campaignMoves.id))
    .limit(LISTED);
  return rows.map(({ move, address }) => ({
    id: move.id,
    at: move.at,
    from: move.fromState,
    to: move.toState,
    mover: move.mover,
    by:
      address === null
        ? ""
        : keyring.open({ table: "accounts", column: "address", rowId: move.accountId }, address),
    reason: move.reason,
    note: keyring.open(moveNote(move.id), move.note),
  }));
}

/**
 * The decision that took a campaign into a state, or undefined. Putting a hidden one back is none: what was decided
 * before stands again.
 */
export async function findDecidingMove(
  read: Reader,
  campaignId: string,
  to: CampaignState,
): Promise<Tables["campaignMoves"]["$inferSelect"] | undefined> {
  const { campaignMoves } = read.tables;
  const [move] = await read
    .select()
    .from(campaignMoves)
    .where(
      and(
        eq(campaignMoves.campaignId, campaignId),
        eq(campaignMoves.toState, to),
        ne(campaignMoves.fromState, "hidden"),
      ),
    )
    .orderBy(desc(campaignMoves.at), desc(campaignMoves.id))
    .limit(1);
  return move;
}

/** How many more times an organiser may be asked for changes. */
export async function countChancesLeft(read: Reader, campaignId: string): Promise<number> {
  const { campaignMoves } = read.tables;
  const [row] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(campaignMoves)
    .where(
      and(
        eq(campaignMoves.campaignId, campaignId),
        eq(campaignMoves.toState, "changes_requested"),
        ne(campaignMoves.fromState, "hidden"),
      ),
    );
  return Math.max(0, SECOND_CHANCES - (row?.count ?? 0));
}

/** Since when a campaign has gathered supporters; where that is not known, since it was made. */
export async function findBegunAt(
  read: Reader,
  campaign: { id: string; createdAt: number },
): Promise<number> {
  const { campaignMoves } = read.tables;
  const [begun] = await read
    .select({ at: campaignMoves.at })
    .from(campaignMoves)
    .where(and(eq(campaignMoves.campaignId, campaign.id), eq(campaignMoves.toState, "gathering")))
    .orderBy(asc(campaignMoves.at), asc(campaignMoves.id))
    .limit(1);
  return begun?.at ?? campaign.createdAt;
}
