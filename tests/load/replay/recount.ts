import { and, count, eq } from "drizzle-orm";
import { checkTallies } from "#db/check-tallies.server.ts";
import type { Stage } from "./stage.ts";

/** What is in the database beside what the site has acknowledged. */
export interface Recount {
  confirmed: number;
  acknowledged: number;
  /** Cells in which signatures, tallies and events do not agree. */
  differences: number;
  signatures: number;
  isExact: boolean;
}

/**
 * Counts everything again. Exact is: all that was acknowledged is there, nothing else, and three counts agree. A request
 * that had no answer may have been done or not: `unansweredCount` may be there beyond.
 */
export async function recount(
  { db, campaignId }: Stage,
  acknowledged: { confirmedCount: number; signedCount: number; unansweredCount: number },
): Promise<Recount> {
  const { signatures } = db.tables;
  const ofCampaign = eq(signatures.campaignId, campaignId);
  const [all] = await db.read.select({ count: count() }).from(signatures).where(ofCampaign);
  const [done] = await db.read
    .select({ count: count() })
    .from(signatures)
    .where(and(ofCampaign, eq(signatures.state, "confirmed")));
  const differences = (await checkTallies(db.read)).length;
  const { confirmedCount, signedCount, unansweredCount } = acknowledged;
  const [confirmed, signed] = [done?.count ?? 0, all?.count ?? 0];
  const isWithin = (there: number, known: number): boolean =>
    there >= known && there <= known + unansweredCount;
  return {
    ...{ confirmed, acknowledged: confirmedCount, differences, signatures: signed },
    isExact: differences === 0 && isWithin(confirmed, confirmedCount) && isWithin(signed, signedCount),
  };
}
