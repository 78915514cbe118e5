import type { RepresentativeKind } from "#db/tables/representative.ts";
import type { TermFilter } from "../domain/representative/admin-queries.server.ts";
import { representativeKind } from "../domain/representative/seat-rules.ts";

/** What a list of representatives was asked for. */
export interface AdminQuery {
  q: string;
  area: string;
  kind: RepresentativeKind | undefined;
  state: TermFilter;
  page: number;
}

const WORDS_AT_MOST = 100;

/** Which terms a list of representatives shows, and how that is asked for. */
export const STATE_CHOICES = [
  { value: "current", label: "Who speaks today" },
  { value: "no_address", label: "No address" },
  { value: "bounced", label: "Address bounced" },
  { value: "opted_out", label: "Opted out" },
  { value: "ended", label: "Ended" },
  { value: "all", label: "All, ended ones too" },
] as const satisfies { value: TermFilter; label: string }[];

/** Reads a list's query; whatever makes no sense counts as not said. */
export function readAdminQuery(url: string): AdminQuery {
  const params = new URL(url).searchParams;
  return {
    q: cleaned(params.get("q")),
    area: cleaned(params.get("area")),
    kind: representativeKind(params.get("kind") ?? ""),
    state: STATE_CHOICES.find(({ value }) => value === params.get("state"))?.value ?? "current",
    page: readPage(params.get("page")),
  };
}

/** The query of a list's address, without what goes without saying. */
export function writeAdminQuery({
  q,
  area,
  kind = "",
  state,
  page,
}: Omit<AdminQuery, "kind"> & { kind?: string }): string {
  const params = new URLSearchParams();
  const asked = {
    q,
    area,
    kind,
    state: state === "current" ? "" : state,
    page: page === 1 ? "" : String(page),
  };
  for (const [name, value] of Object.entries(asked)) if (value !== "") params.set(name, value);
  return params.size === 0 ? "" : `?${params}`;
}

/** A page's number from an address: from 1. */
export function readPage(text: string | null): number {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

/** Words to search for, as long as words are. */
export function cleaned(text: string | null): string {
  return (text ?? "")
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, " ")
    .slice(0, WORDS_AT_MOST)
    .trim();
}
