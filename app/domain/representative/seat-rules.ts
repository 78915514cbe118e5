import type { AreaLevel } from "#db/tables/area.ts";
import type { RepresentativeKind } from "#db/tables/representative.ts";
import { addDays } from "../time/london.ts";
import { isAtCouncil } from "./council-domain.ts";

/** Which levels of area each kind speaks for. */
export const SEAT_LEVELS = {
  mp: ["constituency"],
  councillor: ["ward", "division"],
  office: ["council", "nation"],
} as const satisfies Record<RepresentativeKind, readonly AreaLevel[]>;

/** Reads a kind from a form or an address. */
export function representativeKind(text: string | undefined): RepresentativeKind | undefined {
  return REPRESENTATIVE_KINDS.find((kind) => kind === text);
}

export const REPRESENTATIVE_KINDS = ["mp", "councillor", "office"] as const satisfies RepresentativeKind[];

/** A time from a first to a last day, both within it; blank is not known, or without end. */
export interface Span {
  startsOn: string;
  endsOn: string;
}

/** Whether two times share a day. */
export function overlaps(a: Span, b: Span): boolean {
  return (a.endsOn === "" || b.startsOn <= a.endsOn) && (b.endsOn === "" || a.startsOn <= b.endsOn);
}

/** Why a term cannot be as it was given. */
export type TermProblem =
  | "wrong_level"
  | "area_ended"
  | "ends_before_start"
  | "starts_too_late"
  | "ends_too_late"
  | "checked_in_future"
  | "no_domain"
  | "not_at_council"
  | "shared_mail"
  | "seat_taken"
  | "already_theirs"
  | "same_name";

/** What is known in advance lies at most so far ahead: an election that has been called, a resignation. */
const DAYS_AHEAD = 366;

/** What is wrong with a term whoever else sits there: its area, its days, its address. */
export function termProblem(
  kind: RepresentativeKind,
  area: { level: AreaLevel; endsOn: string },
  term: Span & { address: string; checkedOn: string },
  { councilDomain, today }: { councilDomain: string; today: string },
): TermProblem | undefined {
  const levels: readonly AreaLevel[] = SEAT_LEVELS[kind];
  if (!levels.includes(area.level)) return "wrong_level";
  const problem = spanProblem(area, term, today);
  if (problem) return problem;
  if (term.checkedOn > today) return "checked_in_future";
  // A nation has no domain of its own: what stands at one is compared with the page that publishes the address.
  return area.level === "nation" ? undefined : addressProblem(kind, term.address, councilDomain);
}

/** What is wrong with the days of a term. */
export function spanProblem(area: { endsOn: string }, term: Span, today: string): TermProblem | undefined {
  const horizon = addDays(today, DAYS_AHEAD);
  if (term.startsOn > horizon) return "starts_too_late";
  if (term.endsOn > horizon) return "ends_too_late";
  if (term.endsOn !== "" && term.endsOn < term.startsOn) return "ends_before_start";
  if (area.endsOn !== "" && (term.endsOn === "" || term.endsOn > area.endsOn)) return "area_ended";
  return undefined;
}

/** Councillors and offices are written to at their council's own domain alone. */
export function addressProblem(
  kind: RepresentativeKind,
  address: string,
  councilDomain: string,
): TermProblem | undefined {
  if (kind === "mp" || address === "") return undefined;
  if (councilDomain === "") return "no_domain";
  return isAtCouncil(address, councilDomain) ? undefined : "not_at_council";
}
