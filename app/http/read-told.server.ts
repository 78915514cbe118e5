import {
  ledgerPlaces,
  readCountedLedger,
  readInOffice,
  readLedger,
} from "../domain/forwarding/ledger.server.ts";
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
  const asked = await askLedger(context, campaign, url);
  const { view, query } = asked;
  const summary = await toldSummary(context.db, view);
  const { page } = query;
  const { rows, count } = await readPart(read, asked, summary, { limit, offset: (page - 1) * limit });
  if (rows.length === 0 && page > 1) return undefined;
  return { query, rows, count, pageCount: Math.max(1, Math.ceil(count / limit)), summary };
}

async function readPart(
  read: Context["db"]["read"],
  { view, query, filter }: AskedLedger,
  { counts, formerCount }: LedgerSummary,
  part: { limit: number; offset: number },
): Promise<Pick<ToldPage, "rows" | "count">> {
  const count = counts.all;
  const isInOffice = formerCount === 0;
  if (!isWhole(query)) {
    const asked = isInOffice ? { ...filter, isInOffice } : filter;
    return readCountedLedger(read, view, { ...part, filter: asked });
  }
  if (isInOffice) return { ...(await readInOffice(read, view, part)), count };
  // Looking through the messages of all rounds for somebody who has left office takes longer than the rest.
  return { rows: await readLedger(read, view, { ...part, filter }), count };
}

function isWhole({ level, council, fate, answer }: ToldQuery): boolean {
  return level === undefined && council === undefined && fate === undefined && answer === undefined;
}
