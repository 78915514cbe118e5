import type { RepresentativeKind } from "#db/tables/representative.ts";
import type { Stance } from "#db/tables/response.ts";
import type { Basis } from "./basis.ts";
import type { ToldState } from "./told-history.server.ts";

/** Who a row of a ledger is about: members of parliament, councillors by their council, offices and those addressed. */
export const LEDGER_LEVELS = ["mp", "ward", "county", "office"] as const;
/** One of them. */
export type LedgerLevel = (typeof LEDGER_LEVELS)[number];

/** What can have become of telling somebody, as a ledger is filtered by it; a row can be several of them. */
export const LEDGER_FATES = ["told", "arrived", "bounced", "paused", "waiting", "no_address"] as const;
/** One of them. */
export type LedgerFate = (typeof LEDGER_FATES)[number];

/** What a ledger can be filtered by under "answer". */
export const LEDGER_ANSWERS = ["any", "none", "support", "raise", "oppose", "contact", "statement"] as const;
/** One of them: `none` is somebody who was told and whose answer is not known. */
export type LedgerAnswer = (typeof LEDGER_ANSWERS)[number];

/**
 * Where somebody stands in a ledger. Beside what became of messages: `no_address` is ours to mend, `quiet` waits for
 * a poll, `left_out` is told nothing by the rule of the campaign or the site.
 */
export type LedgerState = ToldState | "no_address" | "quiet" | "left_out";

/** Somebody who speaks for people who signed, or for whom the campaign is meant, and what they were told. */
export interface LedgerRow {
  /** Blank where nobody is known to hold the seat. */
  publicId: string;
  kind: RepresentativeKind;
  name: string;
  isInvented: boolean;
  level: LedgerLevel;
  /** The seat. */
  gssCode: string;
  areaName: string;
  /** The council of a ward, division or office; blank for members of parliament. */
  councilGss: string;
  councilName: string;
  /** Of whom `count` is said. */
  basis: Basis;
  /** A published count; where nothing is published any more, the one that they were told last. */
  count: number;
  toldCount: number;
  firstToldAt?: number;
  toldAt?: number;
  state: LedgerState;
  /** Told for a seat that they no longer hold, or of a number that is no longer published. */
  isBefore?: boolean;
  /** Their public answer to the campaign as a whole, or else to one of its asks. */
  answer?: { publicId: string; stance: Stance; publishedAt: number };
}

/** What a ledger is narrowed to. */
export interface LedgerFilter {
  level?: LedgerLevel;
  /** The codes of a council, of its districts and of the constituencies on its ground. */
  places?: ReadonlySet<string>;
  fate?: LedgerFate;
  answer?: LedgerAnswer;
}

/** The rows of a ledger that a filter asks for, in their order. */
export function filterLedger(rows: readonly LedgerRow[], filter: LedgerFilter): LedgerRow[] {
  const { level, places, fate, answer } = filter;
  return rows.filter(
    (row) =>
      (level === undefined || row.level === level) &&
      (places === undefined || places.has(row.councilGss) || places.has(row.gssCode)) &&
      (fate === undefined || hasFate(row, fate)) &&
      (answer === undefined || hasAnswer(row, answer)),
  );
}

/** Whether a fate is a row's. */
export function hasFate({ state, toldCount }: LedgerRow, fate: LedgerFate): boolean {
  switch (fate) {
    case "told":
      return toldCount > 0;
    case "arrived":
      return state === "delivered";
    case "bounced":
      return state === "bounced" || state === "unreachable";
    case "paused":
      return state === "paused";
    case "waiting":
      return toldCount === 0 && WAITING.some((one) => one === state);
    case "no_address":
      return state === "no_address";
  }
}

const WAITING = ["would_be_told", "to_be_told", "quiet", "left_out"] as const satisfies LedgerState[];

function hasAnswer({ answer, toldCount }: LedgerRow, asked: LedgerAnswer): boolean {
  if (asked === "any") return answer !== undefined;
  if (asked === "none") return answer === undefined && toldCount > 0;
  return answer?.stance === asked;
}

/** How many rows of a ledger have each fate, and how many an answer. */
export interface LedgerCounts {
  all: number;
  fates: Record<LedgerFate, number>;
  answered: number;
}

/** Counts a ledger. */
export function countLedger(rows: readonly LedgerRow[]): LedgerCounts {
  const fates = { told: 0, arrived: 0, bounced: 0, paused: 0, waiting: 0, no_address: 0 };
  for (const row of rows) for (const fate of LEDGER_FATES) if (hasFate(row, fate)) fates[fate] += 1;
  return { all: rows.length, fates, answered: rows.filter(({ answer }) => answer !== undefined).length };
}
