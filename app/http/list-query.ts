import type { CampaignState } from "#db/tables/campaign.ts";
import { LISTED_STATES } from "../domain/campaign/campaign.ts";

/** Which states of campaigns a list shows, by the word in its address. */
export const STATE_FILTERS = {
  open: ["open"],
  paused: ["paused"],
  closed: ["closed", "archived"],
  archived: ["archived"],
  rejected: ["rejected"],
  /** Those that got an answer to one of their asks at least. */
  answered: LISTED_STATES,
  /** All that were published. */
  all: LISTED_STATES,
} as const satisfies Record<string, readonly CampaignState[]>;

export type StateFilter = keyof typeof STATE_FILTERS;

/** What comes first in a list, by the word in its address; `best` is for searches alone. */
export const SORTS = ["best", "newest", "week", "closing"] as const;

export type Sort = (typeof SORTS)[number];

/** What a list was asked for. */
export interface ListQuery {
  q: string;
  /** Slug or GSS code of a council, or blank. */
  council: string;
  state: StateFilter;
  sort: Sort;
  page: number;
  /** Search for what was typed, however it is spelt. */
  isExact: boolean;
}

const WORDS_AT_MOST = 100;

/** Reads a list's query; whatever makes no sense counts as not said. */
export function readListQuery(params: URLSearchParams): ListQuery {
  const state = params.get("state") ?? "";
  const page = params.get("page") ?? "";
  const q = cleaned(params.get("q"));
  const asked = SORTS.find((sort) => sort === params.get("sort")) ?? "best";
  return {
    q,
    council: cleaned(params.get("council")),
    state: isStateFilter(state) ? state : "open",
    sort: asked === "best" ? usualSort(q) : asked,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
    isExact: q !== "" && params.get("exact") === "1",
  };
}

/** The query of a list's address, with a question mark, without what goes without saying; blank for the plain list. */
export function writeListQuery({ q, council, state, sort, page, isExact }: ListQuery): string {
  const params = new URLSearchParams();
  if (q !== "") params.set("q", q);
  if (council !== "") params.set("council", council);
  if (state !== "open") params.set("state", state);
  if (sort !== usualSort(q)) params.set("sort", sort);
  if (q !== "" && isExact) params.set("exact", "1");
  if (page !== 1) params.set("page", String(page));
  return params.size === 0 ? "" : `?${params}`;
}

/** What a list is sorted by where nothing is said. */
export function usualSort(q: string): Sort {
  return q === "" ? "newest" : "best";
}

function cleaned(text: string | null): string {
  return (text ?? "")
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, " ")
    .slice(0, WORDS_AT_MOST)
    .replace(/\p{Cs}/gu, "")
    .trim();
}

function isStateFilter(word: string): word is StateFilter {
  return Object.hasOwn(STATE_FILTERS, word);
}
