import { GENERAL_QUIET_WORKING_DAYS, QUIET_DAYS } from "#app/policy-forwarding.ts";
import type { AreaLevel } from "#db/tables/area.ts";
import type { PollKind } from "#db/tables/forwarding.ts";
import { isWorkingDay } from "../time/bank-holidays.ts";
import { addDays } from "../time/london.ts";

/** The nations as polls name them, and as areas do. */
export const NATIONS = {
  "GB-ENG": "England",
  "GB-SCT": "Scotland",
  "GB-WLS": "Wales",
  "GB-NIR": "Northern Ireland",
} as const;

/** A poll before which nobody concerned is written to. */
export interface Poll {
  publicId: string;
  kind: PollKind;
  name: string;
  /** A GSS code, a nation (`GB-WLS`), or blank for everywhere. */
  area: string;
  quietFrom: string;
  /** The last quiet day. */
  pollOn: string;
  source: string;
}

/** What decides whether a place is quiet. */
export interface PolledArea {
  gssCode: string;
  level: AreaLevel;
  /** The council of a ward, the county of a division. */
  parentGss: string;
  nation: string;
}

/** Where nobody is written to on a day, and why. */
export interface QuietAreas {
  polls: readonly Poll[];
  /** The poll for which those who speak for an area are left alone; the one whose quiet days last longest. */
  pollIn(area: PolledArea): Poll | undefined;
}

/** Makes the places of these polls askable. */
export function quietIn(polls: readonly Poll[]): QuietAreas {
  const byEnd = [...polls].sort((a, b) => (a.pollOn > b.pollOn ? -1 : 1));
  return { polls: byEnd, pollIn: (area) => byEnd.find((poll) => concerns(poll, area)) };
}

/**
 * Whether a poll concerns those who speak for an area. A general election: members of parliament, and
 * offices of a nation or the kingdom, which keep quiet before it. Local and mayoral
 * ones: councils, their wards and divisions. A by-election: whichever of the two its area is. In a devolved election
 * and a referendum: everybody there.
 */
export function concerns({ kind, area: where }: Pick<Poll, "kind" | "area">, area: PolledArea): boolean {
  const isMp = area.level === "constituency";
  const isNational = area.level === "nation";
  if (kind === "general" && !isMp && !isNational) return false;
  if ((kind === "local" || kind === "mayoral") && (isMp || isNational)) return false;
  if (where === "") return true;
  const nation = Object.entries(NATIONS).find(([code]) => code === where)?.[1];
  if (nation !== undefined) return area.nation === nation;
  return area.gssCode === where || (area.parentGss === where && area.level !== "council");
}

/** From which day on the usual guidance asks for quiet before a poll; admins may say another. */
export function usualQuietFrom(kind: PollKind, pollOn: string): string {
  if (kind !== "general") return addDays(pollOn, -QUIET_DAYS);
  let day = pollOn;
  for (let left = GENERAL_QUIET_WORKING_DAYS; left > 0; ) {
    day = addDays(day, -1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
