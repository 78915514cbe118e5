import { and, desc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { AskOutcome } from "#db/tables/campaign.ts";
import type { ProposalState } from "#db/tables/history.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { outcomeNote } from "./settle-outcome.server.ts";

/** More than anybody proposes: a campaign has at most five asks. */
const LISTED = 200;

/** What became of an ask on one day, as everybody may read it. */
export interface AskEvent {
  publicId: string;
  position: number;
  outcome: AskOutcome;
  /** A London day. */
  happenedOn: string;
  words: string;
  sourceUrl: string;
}

/** The same as those who run the campaign see it: what waits and what was declined too. */
export interface OrganisedOutcome extends AskEvent {
  state: ProposalState;
  note: string;
  /** Whether it corrects one that is shown. */
  isCorrection: boolean;
  createdAt: number;
}

/** What has become of a campaign's asks, as a moderator has accepted it, the newest first. */
export async function listAskEvents(read: Reader, campaignId: string): Promise<AskEvent[]> {
  const { askOutcomes } = read.tables;
  return read
    .select({
      publicId: askOutcomes.publicId,
      position: askOutcomes.position,
      outcome: askOutcomes.outcome,
      happenedOn: askOutcomes.happenedOn,
      words: askOutcomes.words,
      sourceUrl: askOutcomes.sourceUrl,
    })
    .from(askOutcomes)
    .where(and(eq(askOutcomes.campaignId, campaignId), eq(askOutcomes.state, "accepted")))
    .orderBy(desc(askOutcomes.happenedOn), desc(askOutcomes.createdAt), desc(askOutcomes.id))
    .limit(LISTED);
}

/** Everything that was told of a campaign's asks and not taken back, the newest first. */
export async function listOutcomes(
  read: Reader,
  keyring: Keyring,
  campaignId: string,
): Promise<OrganisedOutcome[]> {
  const { askOutcomes } = read.tables;
  const rows = await read
    .select()
    .from(askOutcomes)
    .where(
      and(
        eq(askOutcomes.campaignId, campaignId),
        inArray(askOutcomes.state, ["waiting", "accepted", "declined"]),
      ),
    )
    .orderBy(desc(askOutcomes.happenedOn), desc(askOutcomes.createdAt), desc(askOutcomes.id))
    .limit(LISTED);
  return rows.map((row) => {
    const { publicId, position, outcome, happenedOn, words, sourceUrl, state, createdAt } = row;
    return {
      ...{ publicId, position, outcome, happenedOn, words, sourceUrl, state, createdAt },
      note: row.note === "" ? "" : keyring.open(outcomeNote(row.id), row.note),
      isCorrection: row.replacesId !== "",
    };
  });
}
