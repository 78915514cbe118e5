import { type LedgerSummary, summariseLedger } from "../domain/forwarding/ledger-summary.server.ts";
import type { LedgerView } from "../domain/forwarding/ledger-view.server.ts";
import type { RequestContext } from "./context.ts";

/** Rows from which a ledger is so long that counting it for every reader would be felt. */
const LONG = 2000;

/** For how long the counts of a long ledger are kept: they belong to numbers that change every ten minutes at most. */
const KEPT_MS = 60_000;

/** Ledgers whose counts are kept at once. */
const KEPT = 100;

type Database = RequestContext["db"];

interface Kept {
  summary: LedgerSummary;
  day: string;
  until: number;
}

const kept = new WeakMap<Database, Map<string, Kept>>();

/** What a ledger comes to. A long one is counted once a minute; the rows of its pages are always read anew. */
export async function toldSummary(db: Database, view: LedgerView): Promise<LedgerSummary> {
  const ledgers = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, ledgers);
  const { id } = view.campaign;
  const known = ledgers.get(id);
  if (known && known.day === view.day && performance.now() < known.until) return known.summary;
  ledgers.delete(id);
  const summary = await summariseLedger(db.read, view);
  if (summary.counts.all < LONG) return summary;
  ledgers.set(id, { summary, day: view.day, until: performance.now() + KEPT_MS });
  const [oldest] = ledgers.keys();
  if (ledgers.size > KEPT && oldest !== undefined) ledgers.delete(oldest);
  return summary;
}
