import { eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { findShown } from "../response/shown-answers.server.ts";
import { londonDay } from "../time/london.ts";
import { type CountyBases, readBasesOf } from "./county-bases.server.ts";
import type { Forwarding } from "./forwarding.ts";
import { quietAreas } from "./polls.server.ts";
import type { QuietAreas } from "./polls.ts";

/** A campaign, as far as its ledger asks. */
export interface LedgerCampaign {
  id: string;
  bodyGss: string;
}

/** One ledger on one day: what all that is read of it goes by. */
export interface LedgerView {
  campaign: LedgerCampaign;
  forwarding: Forwarding;
  day: string;
  counties: CountyBases;
  quiet: QuietAreas;
  /** Answers that give way to the notice of a poll, by id. */
  hiddenAnswers: readonly string[];
}

/** Reads what holds for a whole ledger: once, before its rows. */
export async function openLedger(
  read: Reader,
  { campaign, forwarding }: { campaign: LedgerCampaign; forwarding: Forwarding },
  now: number,
): Promise<LedgerView> {
  const { id, bodyGss } = campaign;
  const day = londonDay(now);
  const quiet = await quietAreas(read, day);
  return {
    campaign: { id, bodyGss },
    forwarding,
    day,
    counties: await readBasesOf(read, id),
    quiet,
    hiddenAnswers: await listHiddenAnswers(read, id, quiet),
  };
}

async function listHiddenAnswers(read: Reader, campaignId: string, quiet: QuietAreas): Promise<string[]> {
  if (quiet.polls.length === 0) return [];
  const found = await findShown(read, eq(read.tables.responses.campaignId, campaignId));
  return found.filter(({ area }) => quiet.pollIn(area) !== undefined).map(({ id }) => id);
}
