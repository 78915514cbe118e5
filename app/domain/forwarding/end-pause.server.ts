import { and, eq } from "drizzle-orm";
import type { Site } from "../site.ts";
import { findPauseByLink } from "./find-pause.server.ts";
import { endedTogether } from "./pause.ts";
import { isSameRest } from "./pauses.server.ts";

/** `closed_for_good`: there was a complaint since, and no link undoes that. */
export type EndPauseOutcome = "resumed" | "already_resumed" | "closed_for_good" | "ended" | "unknown_link";

/** Undoes what a pause's own link is about, together with rests of the same kind; nothing else that holds ends. */
export async function endPause(site: Site, token: string, now: number): Promise<EndPauseOutcome> {
  return site.db.transaction("end pause", async (tx) => {
    const found = await findPauseByLink(tx, token, now);
    if (found.outcome !== "found") return found.outcome === "ended" ? "ended" : "unknown_link";
    const { pause, isClosed } = found;
    if (isClosed) return "closed_for_good";
    const { pauses } = tx.tables;
    const { addressHash, campaignId, mode } = pause;
    const reasons = endedTogether(pause.reason);
    if (reasons.length === 0) return "closed_for_good";
    const ended = await tx
      .update(pauses)
      .set({ endedAt: now })
      .where(and(isSameRest(tx, { addressHash, campaignId, reasons }), eq(pauses.mode, mode)))
      .returning({ id: pauses.id });
    return ended.length > 0 ? "resumed" : "already_resumed";
  });
}
