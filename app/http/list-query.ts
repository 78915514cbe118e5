import type { CampaignState } from "#db/tables/campaign.ts";
import { LISTED_STATES } from "../domain/campaign/campaign.ts";

/** Which states of campaigns a list shows, by the word in its address. */
export const STATE_FILTERS = {
  open: ["open", "paused"],
  closed: ["closed", "archived"],
  all: LISTED_STATES,
} as const satisfies Record<string, readonly CampaignState[]>;

export type StateFilter = keyof typeof STATE_FILTERS;

/** What a list was asked for. */
export interface ListQuery {
  q: string;
  /** Slug or GSS code of a council, or blank. */
  council: string;
  state: StateFilter;
  page: number;
}

const WORDS_AT_MOST = 100;

/** Reads a list's query; whatever makes no sense counts as not said. */
export function readListQuery(params: URLSearchParams): ListQuery {
  const state = params.get("state") ?? "";
  const page = params.get("page") ?? "";
  return {
    q: cleaned(params.get("q")),
    council: cleaned(params.get("council")),
    state: isStateFilter(state) ? state : "open",
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** The query of a list's address, with a question mark, without what goes without saying; blank for the plain list. */
export function writeListQuery({ q, council, state, page }: ListQuery): string {
  const params = new URLSearchParams();
  if (q !== "") params.set("q", q);
  if (council !== "") params.set("council", council);
  if (state !== "open") params.set("state", state);
  if (page !== 1) params.set("page", String(page));
  return params.size === 0 ? "" : `?${params}`;
}

function cleaned(text: string | null): string {
  return (text ?? "")
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, " ")
    .slice(0, WORDS_AT_MOST)
    .trim();
}

function isStateFilter(word: string): word is StateFilter {
  return Object.hasOwn(STATE_FILTERS, word);
}
