import { and, asc, eq, gt } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { takesSignatures } from "../campaign/campaign.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { runsCampaign } from "../moderation/moderator.server.ts";
import { dropStandings } from "../open-letter/standing-rows.server.ts";
import type { Site } from "../site.ts";
import { forgetMail } from "./erase-signature.server.ts";
import { letGo } from "./release-held.server.ts";
import { findSigningPause } from "./signing-pause.server.ts";
import type { SuspectGroup } from "./suspects.server.ts";

/** Rows of one unit: each costs a handful of statements. */
const CHUNK = 50;
/** Rows that one press of the button sees to. */
const AT_ONCE = 500;

/** Which of the held signatures a moderator means, and what becomes of them. */
export interface SettleSuspects extends Pick<SuspectGroup, "campaignId" | "heldReason"> {
  act: "release" | "purge";
  moderatorId: string;
}

/**
 * Lets signatures that were held back go, so that each becomes pending and gets its mail, or deletes them; the oldest
 * first, 500 at a time. `done` are those that left, `stayed` those whose address has had its mails for the day.
 */
export async function settleSuspects(
  site: Site,
  asked: SettleSuspects,
  now: number,
): Promise<{ done: number; stayed: number } | "own_campaign" | "not_now"> {
  let done = 0;
  let stayed = 0;
  let cursor = "";
  while (done + stayed < AT_ONCE) {
    const part = await site.db.transaction("settle suspects", (tx) =>
      settlePart(tx, site, asked, cursor, now),
    );
    if (typeof part === "string") return part;
    done += part.done;
    stayed += part.stayed;
    if (part.cursor === undefined) break;
    cursor = part.cursor;
  }
  return { done, stayed };
}

async function settlePart(
  tx: Tx,
  site: Site,
  { campaignId, heldReason, act, moderatorId }: SettleSuspects,
  cursor: string,
  now: number,
): Promise<{ done: number; stayed: number; cursor?: string } | "own_campaign" | "not_now"> {
  const { signatures, campaigns } = tx.tables;
  if (await runsCampaign(tx, campaignId, moderatorId)) return "own_campaign";
  const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.id, campaignId));
  if (!campaign) return "not_now";
  const mayRelease = takesSignatures(campaign, now) && !(await findSigningPause(tx));
  if (act === "release" && !mayRelease) return "not_now";
  const isHeld = and(
    eq(signatures.campaignId, campaignId),
    eq(signatures.state, "suspect"),
    eq(signatures.heldReason, heldReason),
  );
  const held = await tx
    .select({ id: signatures.id, campaignId: signatures.campaignId, typedHash: signatures.typedHash })
    .from(signatures)
    .where(and(isHeld, gt(signatures.id, cursor)))
    .orderBy(asc(signatures.id))
    .limit(CHUNK);
  const counts = { done: 0, stayed: 0 };
  for (const row of held) {
    if (act === "release") await letGo(tx, site, row, now);
    else await purgeHeld(tx, row.id);
    const [still] = await tx
      .select({ state: signatures.state })
      .from(signatures)
      .where(and(eq(signatures.id, row.id), eq(signatures.state, "suspect")));
    counts[still ? "stayed" : "done"] += 1;
  }
  if (counts.done > 0)
    await appendAudit(
      tx,
      {
        accountId: moderatorId,
        action: act === "release" ? "release_signatures" : "purge_signatures",
        subject: campaignId,
        detail: `${heldReason}, ${counts.done}`,
      },
      now,
    );
  return { ...counts, cursor: held.length < CHUNK ? undefined : held.at(-1)?.id };
}

/** Deletes a row that is still held; the deletion asks, for it may have been let go meanwhile. */
async function purgeHeld(tx: Tx, id: string): Promise<void> {
  const { signatures } = tx.tables;
  const gone = await tx
    .delete(signatures)
    .where(and(eq(signatures.id, id), eq(signatures.state, "suspect")))
    .returning({ id: signatures.id });
  if (gone.length === 0) return;
  await dropStandings(tx, [id]);
  await forgetMail(tx, [id]);
}
