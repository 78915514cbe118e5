import type { Reader } from "#db/database.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import type { AppealState } from "#db/tables/moderation.ts";
import { moveNote } from "../campaign/move-campaign.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { findAppealOf } from "./appeals.server.ts";
import { findDecidingMove } from "./campaign-moves.server.ts";
import { reasonWords } from "./reasons.ts";

/** A rejection or hiding that stands: what an organiser may appeal against. */
export interface StandingDecision {
  moveId: string;
  /** Who decided. */
  accountId: string;
  state: "rejected" | "hidden";
  at: number;
  reason: string;
  /** The reason in a whole sentence. */
  words: string;
  /** Where its appeal stands; missing where there has been none. */
  appeal?: AppealState;
}

/** The decision that keeps a campaign rejected or hidden; undefined for one in another state. */
export async function findAppealable(
  read: Reader,
  { id, state }: { id: string; state: CampaignState },
): Promise<StandingDecision | undefined> {
  if (state !== "rejected" && state !== "hidden") return undefined;
  const move = await findDecidingMove(read, id, state);
  if (!move) return undefined;
  const appeal = await findAppealOf(read, move.id);
  return {
    moveId: move.id,
    accountId: move.accountId,
    state,
    at: move.at,
    reason: move.reason,
    words: reasonWords(move.reason),
    appeal: appeal?.state,
  };
}

/** The same with the moderator's note in clear, for the organisers' own page. */
export async function findDecisionForOrganisers(
  read: Reader,
  keyring: Keyring,
  campaign: { id: string; state: CampaignState },
): Promise<(StandingDecision & { note: string }) | undefined> {
  const decision = await findAppealable(read, campaign);
  const move = decision && (await findDecidingMove(read, campaign.id, decision.state));
  return move && { ...decision, note: keyring.open(moveNote(move.id), move.note) };
}
