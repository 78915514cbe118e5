import type { CampaignState } from "#db/tables/campaign.ts";
import { type Ledger, ledgerPlaces, readLedger } from "../domain/forwarding/ledger.server.ts";
import { filterLedger, type LedgerRow } from "../domain/forwarding/ledger.ts";
import type { RequestContext } from "./context.ts";
import { readToldQuery, type ToldQuery } from "./told-query.ts";

/** A ledger, and what a URL asks of it. */
export interface ToldPage {
  query: ToldQuery;
  ledger: Ledger;
  /** All rows that were asked for. */
  rows: LedgerRow[];
}

/** Reads the ledger of a campaign and narrows it as a URL asks. */
export async function readTold(
  { db, clock, settings }: Pick<RequestContext, "db" | "clock" | "settings">,
  campaign: { id: string; state: CampaignState; bodyGss: string },
  url: string,
): Promise<ToldPage> {
  const query = readToldQuery(url);
  const { forwarding } = settings;
  const ledger = await readLedger(db.read, { campaign, forwarding }, clock.now());
  const { council, level, fate, answer } = query;
  const places = council === undefined ? undefined : await ledgerPlaces(db.read, council);
  return { query, ledger, rows: filterLedger(ledger.rows, { level, places, fate, answer }) };
}
