import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import type { Mover } from "#db/tables/history.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Keyring, Place } from "../privacy/keyring.server.ts";
import { bookPublication } from "../signature/count-signature.server.ts";
import type { Site } from "../site.ts";
import { isIn, LISTED_STATES, mayMove, VISIBLE_STATES } from "./campaign.ts";
import { indexCampaign } from "./index-campaign.server.ts";

type Row = Tables["campaigns"]["$inferSelect"];

/** One change of state, as somebody asks for it. */
export interface CampaignMove {
  campaignId: string;
  from: CampaignState;
  to: CampaignState;
  mover: Mover;
  /** Blank where the program does it. */
  accountId: string;
  /** A code, or blank. */
  reason?: string;
  /** What the moderator writes to the organiser; kept encrypted. */
  note?: string;
  /** What changes with it: dates, a slug. */
  set?: Partial<Pick<Row, "slug" | "groupId" | "openedAt" | "closesOn" | "closedAt" | "createdAt">>;
}

/** Where the note of a move is sealed. */
export function moveNote(moveId: string): Place {
  return { table: "campaign_moves", column: "note", rowId: moveId };
}

/**
 * Takes a campaign from one state to another and writes the history, the audit log and the next publication with
 * it: the only place that changes a campaign's state. Must run in the transaction of its cause; what goes with the
 * move (mail, signatures) is the caller's. Returns the id of the move; undefined where the campaign is not in
 * `from` any more, or `mover` may not do this: nothing has happened then.
 */
export async function moveCampaign(
  tx: Tx,
  site: Pick<Site, "keyring">,
  { campaignId, from, to, mover, accountId, reason = "", note = "", set = {} }: CampaignMove,
  now: number,
): Promise<string | undefined> {
  if (!mayMove(from, to, mover)) return undefined;
  const { campaigns, campaignMoves } = tx.tables;
  const isThere = and(
    eq(campaigns.id, campaignId),
    eq(campaigns.state, from),
    from === "hidden" && to !== "removed" ? eq(campaigns.formerState, to) : undefined,
  );
  const moved = await tx
    .update(campaigns)
    .set({
      ...set,
      state: to,
      formerState: to === "hidden" ? from : "",
      reason: to === "rejected" || to === "hidden" || to === "removed" ? reason : "",
      reviewSince: to === "in_review" ? now : null,
    })
    .where(isThere)
    .returning({ id: campaigns.id });
  if (moved.length === 0) return undefined;
  const id = v7({ msecs: now });
  const sealed = note === "" ? "" : sealNote(site.keyring, id, note);
  await tx.insert(campaignMoves).values({
    ...{ id, campaignId, fromState: from, toState: to, at: now, mover, accountId, reason },
    note: sealed,
  });
  if (mover === "moderator" || mover === "admin")
    await appendAudit(
      tx,
      {
        accountId,
        action: "move_campaign",
        subject: campaignId,
        detail: [`${from} → ${to}`, reason].filter(Boolean).join(", "),
      },
      now,
    );
  if (isIn(LISTED_STATES, from) || isIn(LISTED_STATES, to)) await bookPublication(tx, campaignId, now);
  if (isIn(VISIBLE_STATES, from) !== isIn(VISIBLE_STATES, to)) await indexCampaign(tx, campaignId);
  return id;
}

function sealNote(keyring: Keyring, id: string, note: string): string {
  return keyring.seal(moveNote(id), note);
}
