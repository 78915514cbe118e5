import { and, desc, eq, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import type { Mover } from "#db/tables/history.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { moveNote } from "./move-campaign.server.ts";

/** Moves that a page lists at most; a campaign makes fewer. */
const MOVES_LISTED = 100;

/** How many signatures of a campaign wait for the link in their mail to be pressed. */
export async function countPending(read: Reader, campaignId: string): Promise<number> {
  const { signatures } = read.tables;
  const [row] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(signatures)
    .where(and(eq(signatures.campaignId, campaignId), eq(signatures.state, "pending")));
  return row?.count ?? 0;
}

/** Whether a confirmed signature came from the address of an account. Told to its owner alone. */
export async function hasSigned(
  read: Reader,
  { campaignId, accountId }: { campaignId: string; accountId: string },
): Promise<boolean> {
  const { signatures, accounts } = read.tables;
  const found = await read
    .select({ id: signatures.id })
    .from(signatures)
    .innerJoin(accounts, eq(accounts.addressHash, signatures.addressHash))
    .where(
      and(
        eq(accounts.id, accountId),
        eq(signatures.campaignId, campaignId),
        eq(signatures.state, "confirmed"),
      ),
    )
    .limit(1);
  return found.length > 0;
}

/** A change of state as those who run the campaign read it: never which moderator made it. */
export interface OrganisedMove {
  at: number;
  from: CampaignState;
  to: CampaignState;
  mover: Mover;
  reason: string;
  /** What the moderator wrote, or blank. */
  note: string;
}

/** What has happened to a campaign, the newest first, with the moderators' notes in clear. */
export async function listOrganisedMoves(
  read: Reader,
  keyring: Keyring,
  campaignId: string,
): Promise<OrganisedMove[]> {
  const { campaignMoves } = read.tables;
  const rows = await read
    .select()
    .from(campaignMoves)
    .where(eq(campaignMoves.campaignId, campaignId))
    .orderBy(desc(campaignMoves.at), desc(campaignMoves.id))
    .limit(MOVES_LISTED);
  return rows.map(({ id, at, fromState, toState, mover, reason, note }) => ({
    ...{ at, from: fromState, to: toState, mover, reason },
    note: keyring.open(moveNote(id), note),
  }));
}
