import type { Mark, MarkKind } from "./mark.ts";
import { findAges } from "./marks/ages.ts";
import { findCaseReferences } from "./marks/case-reference.ts";
import { findDates } from "./marks/dates.ts";
import { findEmails, findHandles, findLinks } from "./marks/email-link.ts";
import { findLongNumbers } from "./marks/long-number.ts";
import { findNames } from "./marks/names.ts";
import { findNhsNumbers } from "./marks/nhs-number.ts";
import { findPostcodes } from "./marks/postcode.ts";
import { findRareCombinations } from "./marks/rare-combination.ts";
import { findSchools } from "./marks/schools.ts";
import { spreadMarks } from "./marks/spread-marks.ts";
import { findStreetAddresses } from "./marks/street-address.ts";
import { findTelephones } from "./marks/telephone.ts";
import { findPupilNumbers } from "./marks/upn.ts";
import { findVehicles } from "./marks/vehicle.ts";
import { isOrdinary } from "./marks/vocabulary.ts";
import { widenMarks } from "./marks/widen-marks.ts";
import { foldWord } from "./marks/words.ts";

/** What is known beside the text. */
export interface MarkOptions {
  /** Names of schools and settings near the family, where somebody has such a list. */
  schools?: readonly string[];
  /** Names of wards, parishes, villages near the family: places so small that one can find a child in them. */
  smallPlaces?: readonly string[];
}

/** Who looks for what, in the order in which a passage of two kinds is settled: the first kind has it. */
const FINDERS: readonly { kind: MarkKind; find: (text: string, options: MarkOptions) => Mark[] }[] = [
  { kind: "email", find: (text) => findEmails(text) },
  { kind: "handle", find: (text) => findHandles(text) },
  { kind: "link", find: (text) => findLinks(text) },
  { kind: "upn", find: (text) => findPupilNumbers(text) },
  { kind: "nhs_number", find: (text) => findNhsNumbers(text) },
  { kind: "telephone", find: (text) => findTelephones(text) },
  { kind: "case_reference", find: (text) => findCaseReferences(text) },
  { kind: "date", find: (text) => findDates(text) },
  { kind: "vehicle", find: (text) => findVehicles(text) },
  { kind: "postcode", find: (text) => findPostcodes(text) },
  { kind: "age", find: (text) => findAges(text) },
  { kind: "rare_combination", find: (text, { smallPlaces }) => findRareCombinations(text, smallPlaces) },
  {
    kind: "school",
    find: (text, { schools }) =>
      findSchools(text, schools).filter(({ certainty }) => certainty !== "perhaps"),
  },
  { kind: "street_address", find: (text) => findStreetAddresses(text) },
  { kind: "name", find: (text) => findNames(text) },
  { kind: "school", find: (text, { schools }) => findSchools(text, schools) },
  { kind: "case_reference", find: (text) => findLongNumbers(text) },
];

/**
 * The passages of a text that could lead to a child, in their order, none over another. It reads the text and nothing
 * else; 5,000 characters take some 15 milliseconds.
 */
export function findMarks(given: string, options: MarkOptions = {}): Mark[] {
  const text = withoutLineEnds(given);
  const kept = settle(text, options, []);
  const calm = withoutShouting(text);
  const all = widenMarks(text, calm === text ? kept : settle(calm, options, kept));
  for (const mark of spreadMarks(text, all)) if (!all.some((other) => overlaps(mark, other))) all.push(mark);
  return all.toSorted((a, b) => a.start - b.start);
}

/** Lines that were cut at a width, as in a letter that was pasted, made one; as long as before. */
function withoutLineEnds(text: string): string {
  return text.replace(/(?<=[^\n]{45}[\p{L}\d,’'])\n(?=[\p{L}\d(])/gu, " ");
}

/** What all find, in their order, none over what is kept. */
function settle(text: string, options: MarkOptions, before: readonly Mark[]): Mark[] {
  const kept: Mark[] = [...before];
  for (const { find } of FINDERS) {
    const found = find(text, options).toSorted((a, b) => b.end - b.start - (a.end - a.start));
    for (const mark of found) for (const rest of withoutMarked(text, mark, kept)) kept.push(rest);
  }
  return kept;
}

/** Sentences in capitals in small letters, as long as before: there people and schools are read as on a telephone. */
function withoutShouting(text: string): string {
  if (!/\p{Lu}{4}/u.test(text)) return text;
  return text.replace(/[^.!?\n]+/gu, (sentence) => {
    const words = sentence.match(/\p{L}{2,}/gu) ?? [];
    const loud = words.filter((word) => word === word.toUpperCase()).length;
    const low = sentence.toLowerCase();
    return words.length > 4 && loud > words.length * 0.7 && low.length === sentence.length ? low : sentence;
  });
}

/** What of a passage lies under no other mark: the whole, or a part of it that still says somebody or some place. */
function withoutMarked(text: string, mark: Mark, kept: readonly Mark[]): Mark[] {
  const over = kept.filter((other) => overlaps(mark, other));
  if (over.length === 0) return [mark];
  const from = Math.max(mark.start, ...over.filter(({ start }) => start <= mark.start).map(({ end }) => end));
  const to = Math.min(mark.end, ...over.filter(({ start }) => start > mark.start).map(({ start }) => start));
  const rest = text.slice(from, to);
  const start = from + (rest.length - rest.trimStart().length);
  const end = start + rest.trim().replace(/[\s,.;:([]+$/u, "").length;
  return end > start && isTelling(text.slice(start, end))
    ? [{ ...mark, start, end, certainty: "perhaps" }]
    : [];
}

/** Whether a rest holds a word that is more than a word. */
function isTelling(rest: string): boolean {
  return (rest.match(/\p{Lu}[\p{L}'’-]+/gu) ?? []).some(
    (word) => word.length > 2 && !isOrdinary(foldWord(word)),
  );
}

function overlaps(a: Mark, b: Mark): boolean {
  return a.start < b.end && b.start < a.end;
}
