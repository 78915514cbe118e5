import { and, count, eq } from "drizzle-orm";
import { checkTallies } from "#db/check-tallies.server.ts";
import { countMails, type MailCount } from "./mails.ts";
import type { Stage } from "./stage.ts";

/** What is in the database beside what the site has acknowledged. */
export interface Recount {
  confirmed: number;
  acknowledged: number;
  /** Forms that had no answer: so many more may be there. */
  unanswered: number;
  /** Cells in which signatures, tallies and events do not agree. */
  differences: number;
  signatures: number;
  /** Signs that were acknowledged. */
  signed: number;
  mails: MailCount;
  isExact: boolean;
}

/**
 * Counts everything again. Exact is: all that was acknowledged is there, nothing else, three counts agree, and there is
 * one mail for each that went. A form that had no answer may have been taken or not: `unansweredCount` may be there beyond.
 */
export async function recount(
  stage: Stage,
  acknowledged: { confirmedCount: number; signedCount: number; unansweredCount: number },
): Promise<Recount> {
  const { db, campaignId } = stage;
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
  const mails = await countMails(stage);
  const isWithin = (there: number, known: number): boolean =>
    there >= known && there <= known + unansweredCount;
  return {
    ...{ confirmed, acknowledged: confirmedCount, unanswered: unansweredCount, differences },
    ...{ signatures: signed, signed: signedCount, mails },
    isExact:
      differences === 0 &&
      isWithin(confirmed, confirmedCount) &&
      isWithin(signed, signedCount) &&
      mails.repeated === 0 &&
      mails.missing === 0,
  };
}
