import { ledgerPlaces, readCountedLedger, readLedger } from "../domain/forwarding/ledger.server.ts";
import type { LedgerFilter, LedgerRow } from "../domain/forwarding/ledger.ts";
import type { LedgerSummary } from "../domain/forwarding/ledger-summary.server.ts";
import { type LedgerCampaign, type LedgerView, openLedger } from "../domain/forwarding/ledger-view.server.ts";
import type { RequestContext } from "./context.ts";
import { readToldQuery, type ToldQuery } from "./told-query.ts";
import { toldSummary } from "./told-summary.server.ts";

type Context = Pick<RequestContext, "db" | "clock" | "settings">;

/** A ledger, and what a URL asks of it. */
export interface AskedLedger {
  view: LedgerView;
  query: ToldQuery;
  filter: LedgerFilter;
}

/** Opens the ledger of a campaign as a URL asks for it. */
export async function askLedger(
  { db, clock, settings }: Context,
  campaign: LedgerCampaign,
  url: string,
): Promise<AskedLedger> {
  const query = readToldQuery(url);
  const { forwarding } = settings;
  const view = await openLedger(db.read, { campaign, forwarding }, clock.now());
  const { council, level, fate, answer } = query;
  const places = council === undefined ? undefined : await ledgerPlaces(db.read, council);
  return { view, query, filter: { level, places, fate, answer } };
}

/** A page of a ledger. */
export interface ToldPage {
  query: ToldQuery;
  rows: LedgerRow[];
  /** All rows that were asked for, on all pages. */
  count: number;
  pageCount: number;
  summary: LedgerSummary;
}

/** Reads one page of a ledger; undefined for a page that there is not. */
export async function readToldPage(
  context: Context,
  campaign: LedgerCampaign,
  { url, limit }: { url: string; limit: number },
): Promise<ToldPage | undefined> {
  const { read } = context.db;
  const { view, query, filter: asked } = await askLedger(context, campaign, url);
  const summary = await toldSummary(context.db, view);
  // Looking through the messages of all rounds for somebody who has left office takes longer than the rest.
  const filter: LedgerFilter = summary.formerCount === 0 ? { ...asked, isInOffice: true } : asked;
  const { page } = query;
  const part = { filter, limit, offset: (page - 1) * limit };
  const { rows, count } = isWhole(query)
    ? { rows: await readLedger(read, view, part), count: summary.counts.all }
    : await readCountedLedger(read, view, part);
  if (rows.length === 0 && page > 1) return undefined;
  return { query, rows, count, pageCount: Math.max(1, Math.ceil(count / limit)), summary };
}

function isWhole({ level, council, fate, answer }: ToldQuery): boolean {
  return level === undefined && council === undefined && fate === undefined && answer === undefined;
}
