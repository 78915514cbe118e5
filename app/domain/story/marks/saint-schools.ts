import type { Certainty } from "../mark.ts";
import { isDenomination } from "./denominations.ts";
import { isSchoolWord, SAINTED, SCHOOL_TAIL } from "./school-words.ts";
import { isGivenName, isLargePlace, isOrdinary } from "./vocabulary.ts";
import type { Page } from "./words.ts";

/** From which to which word a school is named. */
export interface SchoolSpan {
  from: number;
  to: number;
  certainty: Certainty;
}

/** Small words inside a name. */
const JOINERS = new Set("of the and y yr upon on in for under le".split(" "));

/** "Hospital of St Cross", "Academy of the Trinity". */
export function isOfSchool(page: Page, at: number): boolean {
  const [word, of, then] = [page.words[at], page.words[at + 1], page.words[at + 2]];
  if (
    !word?.isCapital ||
    page.isShouted ||
    !SCHOOL_TAIL.has(word.key) ||
    of?.key !== "of" ||
    !/^[\s\u00a0]$/u.test(of.gap)
  )
    return false;
  const named = then?.key === "the" || then?.key === "our" ? page.words[at + 3] : then;
  return named?.isCapital === true && !isLargePlace(named.key);
}

/** The whole of such a name. */
export function ofSchool(page: Page, at: number): SchoolSpan {
  let to = at + 2;
  while (page.words[to + 1]?.isCapital && /^[\s\u00a0]$/u.test(page.words[to + 1]?.gap ?? "")) to++;
  return { from: at, to, certainty: "sure" };
}

/** "St Wilfrid's", "Our Lady of Lourdes", with what follows of a school's words. */
export function saintAt(page: Page, at: number): SchoolSpan | undefined {
  const { words } = page;
  const [word, next, then] = [words[at], words[at + 1], words[at + 2]];
  if (!word || !next) return undefined;
  const pair = `${word.key} ${next.key}`;
  const isSaint =
    (/^(?:st|sts|saint)$/.test(word.key) &&
      /^\.?[\s\u00a0]$/u.test(next.gap) &&
      (next.isCapital || page.isSmall || next.key.length > 3) &&
      (!isOrdinary(next.key) || isGivenName(next.key))) ||
    (SAINTED.has(pair) && (word.isCapital || (page.isSmall && (pair !== "our lady" || then?.key === "of"))));
  if (!isSaint) return undefined;
  let to = at + 1;
  if (pair === "our lady" && then?.key === "of") {
    to = at + 3;
    if (words[to]?.key === "the" || words[to]?.key === "good" || words[to]?.key === "perpetual") to++;
  }
  let hasTail = false;
  for (let i = to + 1; i < words.length && i - to < 7; i++) {
    const more = words[i];
    if (!more || !/^[\s\u00a0]$/u.test(more.gap)) break;
    if (SCHOOL_TAIL.has(more.key) || isDenomination(more.key)) {
      hasTail = true;
      to = i;
    } else if (
      !isSchoolWord(more.key) &&
      !(more.isCapital && !isOrdinary(more.key)) &&
      !/^(?:of|and)$/.test(more.key)
    )
      break;
  }
  const isTown = /^(?:albans|helens|ives|neots|austell|andrews|asaph|leonards)$/.test(next.key);
  if (!hasTail && (isTown || /^(?:day|days|ambulance|street|road|lane)$/.test(words[at + 2]?.key ?? "")))
    return undefined;
  return { from: at, to, certainty: hasTail ? "sure" : "likely" };
}

/** "Ysgol Gymraeg y Garth". */
export function ysgolAt(page: Page, at: number): SchoolSpan | undefined {
  if (page.words[at]?.key !== "ysgol" && page.words[at]?.key !== "coleg") return undefined;
  let to = at;
  while (to - at < 4) {
    const next = page.words[to + 1];
    if (
      !next ||
      !/^[\s\u00a0]$/u.test(next.gap) ||
      !(next.isCapital || JOINERS.has(next.key) || (page.isSmall && !isOrdinary(next.key)))
    )
      break;
    to++;
  }
  return to > at ? { from: at, to, certainty: "sure" } : undefined;
}
