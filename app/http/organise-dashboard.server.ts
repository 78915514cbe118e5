import { findPetitionProgress } from "../domain/area/find-petition-progress.server.ts";
import { isIn, VISIBLE_STATES } from "../domain/campaign/campaign.ts";
import { countHistory } from "../domain/campaign/count-history.server.ts";
import { dailyCounts, grownSince } from "../domain/campaign/daily-counts.ts";
import { listMilestones } from "../domain/campaign/milestones.server.ts";
import { nextStep } from "../domain/campaign/next-step.ts";
import { countPending, hasSigned, listOrganisedMoves } from "../domain/campaign/overview.server.ts";
import { countSignatures } from "../domain/campaign/queries.server.ts";
import { listStrongholds } from "../domain/campaign/strongholds.server.ts";
import { listTold } from "../domain/forwarding/queries.server.ts";
import { supportersNeeded } from "../domain/group/supporters-needed.server.ts";
import { findDecisionForOrganisers } from "../domain/moderation/appealable.server.ts";
import { reasonWords } from "../domain/moderation/reasons.ts";
import { isCouncilPetition } from "../domain/signature/council-petition.ts";
import { addDays, londonDay } from "../domain/time/london.ts";
import type { RequestContext } from "./context.ts";
import { shareUrl } from "./organise-share.server.ts";
import type { Organising } from "./require-organiser.server.ts";

const TOLD_SHOWN = 10;
const LATELY_DAYS = 7;

/** Everything that an organiser's first page shows, read in one go. */
export async function readDashboard(context: RequestContext, { campaign, role, visitor }: Organising) {
  const { db, keyring, clock, settings } = context;
  const { read } = db;
  const now = clock.now();
  const today = londonDay(now);
  const { id, number, kind, slug, title, bodyName, state, goal, closesOn, asks } = campaign;
  const isPublic = isIn(VISIBLE_STATES, state);
  const [count, pending, signed, hours, where, milestones, told, moves, decision, address, claim] =
    await Promise.all([
      countSignatures(read, id),
      countPending(read, id),
      hasSigned(read, { campaignId: id, accountId: visitor.accountId }),
      countHistory(read, id),
      listStrongholds(read, id),
      listMilestones(read, id),
      listTold(read, { campaignId: id, forwarding: settings.forwarding, limit: TOLD_SHOWN }, now),
      listOrganisedMoves(read, keyring, id),
      findDecisionForOrganisers(read, keyring, campaign),
      shareUrl(context, campaign),
      kind === "petition" ? findPetitionProgress(read, campaign) : undefined,
    ]);
  const needed = await supportersNeeded(read, campaign.groupId);
  const days = dailyCounts(hours);
  const openAskCount = asks.filter(({ outcome }) => outcome === "open").length;
  const standing = { state, count, goal, needed, hasSigned: signed, openAskCount };
  return {
    campaign: {
      number,
      kind,
      isCouncil: isCouncilPetition(campaign),
      slug,
      title,
      bodyName,
      state,
      goal,
      closesOn,
      isPublic,
      hasGroup: campaign.groupId !== "",
    },
    isOwner: role === "owner",
    step: nextStep(standing),
    shareUrl: address,
    note: moves[0]?.note ?? "",
    decision: decision && { words: decision.words, appeal: decision.appeal },
    ...{ count, pending, today, days, where, milestones, claim },
    lately: grownSince(days, addDays(today, -LATELY_DAYS)),
    told: { rows: told.rows, count: told.count, isLive: settings.forwarding === "live" },
    moves: moves.map((move) => ({ ...move, reasonWords: reasonWords(move.reason) })),
  };
}
