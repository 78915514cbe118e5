import { compareTexts } from "../domain/campaign/compare-texts.ts";
import { findPicture } from "../domain/campaign/find-picture.server.ts";
import { countSignatures } from "../domain/campaign/queries.server.ts";
import { getText } from "../domain/campaign/replace-text.server.ts";
import { similarCampaigns } from "../domain/campaign/similar-campaigns.server.ts";
import { findAppealable } from "../domain/moderation/appealable.server.ts";
import { countChancesLeft, findBegunAt, listMoves } from "../domain/moderation/campaign-moves.server.ts";
import { campaignSubject, findClaims } from "../domain/moderation/claims.server.ts";
import { closingDay } from "../domain/moderation/closing-day.ts";
import { findTextAtLastLook } from "../domain/moderation/last-look.server.ts";
import { listNamed } from "../domain/recipient/list-named.server.ts";
import { londonDay } from "../domain/time/london.ts";
import type { RequestContext } from "./context.ts";
import type { Moderating } from "./require-moderated.server.ts";

/** Similar petitions that are shown beside one in review. */
const SIMILAR = 5;

/** Everything that a moderator sees of a campaign. */
export async function readModerated(
  { db, keyring, clock }: Pick<RequestContext, "db" | "keyring" | "clock">,
  { visitor, campaign }: Moderating,
) {
  const { read } = db;
  const now = clock.now();
  const { id, title, bodyGss, state, closesOn } = campaign;
  const asks = campaign.asks.map((ask) => ask.text);
  const text = await getText(read, id);
  const [named, before, supporters, similar, moves, chancesLeft, claims, appealable, begunAt, picture] =
    await Promise.all([
      listNamed(read, keyring, id),
      findTextAtLastLook(read, id),
      countSignatures(read, id),
      similarCampaigns(read, { title, asks, bodyGss }, SIMILAR + 1),
      listMoves(read, keyring, id),
      countChancesLeft(read, id),
      findClaims(read, keyring, [campaignSubject(id)], now),
      findAppealable(read, campaign),
      findBegunAt(read, campaign),
      findPicture(read, campaign.pictureId),
    ]);
  const claim = claims.get(campaignSubject(id));
  const today = londonDay(now);
  return {
    ...{ now, text, supporters, moves, chancesLeft, picture },
    named: named.map(({ representativeId: _, ...one }) => one),
    changes: state === "in_review" && before ? compareTexts(before, text) : [],
    similar: similar.filter((one) => one.id !== id).slice(0, SIMILAR),
    claim: claim && { ...claim, isMine: claim.accountId === visitor.accountId },
    appeal: appealable?.appeal,
    closesOn: state === "in_review" ? closingDay({ closesOn, begunOn: londonDay(begunAt), today }) : closesOn,
    isMoved:
      state === "in_review" && closingDay({ closesOn, begunOn: londonDay(begunAt), today }) !== closesOn,
  };
}
