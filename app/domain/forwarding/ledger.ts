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
  answer?: PublicAnswer;
}

/** What somebody answered a campaign in public. */
export interface PublicAnswer {
  publicId: string;
  stance: Stance;
  publishedAt: number;
  /** How many answers of theirs stand: one to the campaign as a whole, one to each ask. */
  count: number;
}

/** What a ledger is narrowed to. */
export interface LedgerFilter {
  level?: LedgerLevel;
  /** The codes of a council, of its districts and of the constituencies on its ground. */
  places?: ReadonlySet<string>;
  fate?: LedgerFate;
  answer?: LedgerAnswer;
  /** Without those who hold their seat no longer. */
  isInOffice?: true;
}

/** How many rows of a ledger have each fate, and how many an answer. */
export interface LedgerCounts {
  all: number;
  fates: Record<LedgerFate, number>;
  answered: number;
}
