import type { Certainty, Mark } from "../mark.ts";
import { endOfCapitalSchool } from "./capital-schools.ts";
import { isCountry } from "./countries.ts";
import { isDenomination, joinDenominations } from "./denominations.ts";
import { endOfLoneSchool } from "./lone-schools.ts";
import { isTitle } from "./name-cues.ts";
import { theirWord } from "./name-replacement.ts";
import { findRefusing } from "./refusing-schools.ts";
import { isOfSchool, ofSchool, type SchoolSpan as Span, saintAt, ysgolAt } from "./saint-schools.ts";
import { findSchoolPhrases } from "./school-phrases.ts";
import { endOfPurpose } from "./school-purpose.ts";
import { isSchoolStop, isSchoolWord, looksLikeSchool, SCHOOL_TAIL, settingWord } from "./school-words.ts";
import { endOfSetting } from "./settings.ts";
import {
  endOfSmallSchool,
  isCalledAlone,
  isGoing,
  isPlacedEnd,
  isPublicHall,
  isSchooled,
} from "./small-schools.ts";
import { isAmbiguous, isGivenName, isLargePlace, isOrdinary } from "./vocabulary.ts";
import { type Page, readPage, type Word } from "./words.ts";

const WHY = "The name of a school or setting, with a child's need or age, points to one child.";
/** Small words inside a name: "Academy of the Trinity". */
const JOINERS = new Set("of the and y yr upon on in for under le".split(" "));
const AT = new Set("at attends attend attended attending leaving joined into".split(" "));
const OFFERED = new Set("named names offered naming visited chose refused left toured called".split(" "));
const DETERMINERS = new Set(
  "a an the my his her our their your this that another any each every one no local new old nearest next which what some first".split(
    " ",
  ),
);

/** Schools, nurseries, colleges, units, hospitals that are named. */
export function findSchools(text: string, listed: readonly string[] = []): Mark[] {
  const page = readPage(joinDenominations(text));
  const marks: Mark[] = [];
  for (let at = 0; at < page.words.length; at++) {
    const span = namedAt(page, at);
    if (!span) continue;
    marks.push(markSchool(page, span.from, span.to, span.certainty));
    at = span.to;
  }
  const refusing = findRefusing(text).map(({ start, end }) =>
    mark(page, start, end, "likely", text.slice(start, end)),
  );
  const said = findSchoolPhrases(text).map(({ start, end }) =>
    mark(page, start, end, "likely", text.slice(start, end)),
  );
  return [...marks, ...said, ...refusing, ...listedSchools(page, listed)];
}

function namedAt(page: Page, at: number): Span | undefined {
  return (
    saintAt(page, at) ??
    ysgolAt(page, at) ??
    bySuffix(page, at) ??
    bySetting(page, at) ??
    byPlace(page, at) ??
    byCapitals(page, at) ??
    bySmall(page, at)
  );
}

/** "Oakfield Primary", "the Willows Academy", "at north gate primary school". */
function bySuffix(page: Page, at: number): Span | undefined {
  const { words } = page;
  const own = (word: Word | undefined): boolean =>
    word !== undefined &&
    (word.isCapital && !page.isShouted
      ? !(word.opens && isSchoolStop(word.key)) && !DETERMINERS.has(word.key)
      : isSmallOwn(page, word));
  const first = words[at];
  if (!first || !own(first) || isSchoolWord(first.key)) {
    return first && isOfSchool(page, at) ? ofSchool(page, at) : undefined;
  }
  if (isSchoolStop(first.key) && !isGivenName(first.key)) return undefined;
  let to = at;
  let hasTail = false;
  let hasOwn = !isGeneric(first.key);
  for (let next = at + 1; next < words.length && next - at < 9; next++) {
    const word = words[next];
    if (!word || !/^(?:\.?[\s\u00a0]{1,2}|[\s\u00a0]?&[\s\u00a0]?|[\s\u00a0]?\(|-)$/u.test(word.gap)) break;
    if (word.gap.startsWith(".") && (words[next - 1]?.key.length ?? 0) > 2) break;
    const isTail = isTailWord(word, page) || isDenomination(word.key);
    if (isTail || isSchoolWord(word.key)) {
      if (isTail) {
        hasTail = true;
        to = next;
      }
    } else if (hasTail && !JOINERS.has(word.key)) break;
    else if (/^(?:than|at|in|to|from|with|not|without|or|nhs)$/.test(word.key)) break;
    else if (JOINERS.has(word.key)) continue;
    else if (own(word)) hasOwn ||= !isGeneric(word.key);
    else break;
    if (words[next]?.isPossessive && isTail) break;
  }
  if (!hasTail || !hasOwn) return undefined;
  const isTidy = first.isCapital && !page.isShouted;
  const isIntroduced = /^(?:at|to|from|attends|left|named|joined|of|by|school)$/.test(
    words[at - 1]?.key ?? "",
  );
  if (!isTidy && !isIntroduced && isOrdinary(first.key)) return undefined;
  return { from: at, to, certainty: isTidy ? "sure" : "likely" };
}

function isSmallOwn(page: Page, word: Word): boolean {
  if (DETERMINERS.has(word.key) || isSchoolStop(word.key)) return false;
  return page.isShouted || page.isSmall || !isOrdinary(word.key) || looksLikeSchool(word.key);
}

function isGeneric(key: string): boolean {
  return isSchoolWord(key) || isSchoolStop(key) || JOINERS.has(key);
}

function isTailWord(word: Word, page: Page): boolean {
  return (
    SCHOOL_TAIL.has(word.key) &&
    (word.isCapital || page.isSmall || !/^(?:house|first|high|lodge|manor)$/.test(word.key))
  );
}

/** "at Greenfields", "the plan names Oak Hollow", "a place at Rowan House". */
function byPlace(page: Page, at: number): Span | undefined {
  const { words } = page;
  const word = words[at];
  const before = words[at - 1];
  if (!word || !before || word.opens || page.isShouted) return undefined;
  if (before.key === "the" && /^[\s\u00a0]$/u.test(word.gap) && word.isCapital && isCalledAlone(word.key))
    return /^(?:at|to|from|of|attends|attended|left|joined|named|offered)$/.test(words[at - 2]?.key ?? "")
      ? { from: at, to: at, certainty: "likely" }
      : undefined;
  const isGapped = /^[\s\u00a0]["“'‘]?$/u.test(word.gap);
  const afterNoun =
    /^(?:school|nursery|academy|college|playgroup|preschool|placement|house|hospital|unit)$/.test(
      before.key,
    ) && /^,[\s\u00a0]$/u.test(word.gap);
  if (!isGapped && !afterNoun) return undefined;
  const isAt =
    AT.has(before.key) ||
    ((before.key === "to" || before.key === "from" || before.key === "of") && looksLikeSchool(word.key)) ||
    (before.key === "to" && isGoing(words, at - 1));
  const isOffered =
    OFFERED.has(before.key) ||
    (before.key === "is" && /^(?:school|placement)$/.test(words[at - 2]?.key ?? ""));
  if (!isAt && !isOffered && !afterNoun) return undefined;
  if (isTitle(words, at)) return undefined;
  if (isCountry(word.key)) return undefined;
  if (word.isCapital) return capitalPlace(page, at, isAt || afterNoun, isAt && isSchooled(words, at - 1));
  return isAt && looksLikeSchool(word.key) && !isOrdinary(word.key)
    ? { from: at, to: at, certainty: "perhaps" }
    : undefined;
}

function bySetting(page: Page, at: number): Span | undefined {
  const to = endOfSetting(page, at);
  return to === undefined ? undefined : { from: at, to, certainty: page.isSmall ? "perhaps" : "likely" };
}

function byCapitals(page: Page, at: number): Span | undefined {
  const to = endOfCapitalSchool(page, at);
  return to === undefined ? undefined : { from: at, to, certainty: "likely" };
}

function bySmall(page: Page, at: number): Span | undefined {
  const to = page.isShouted ? undefined : (endOfSmallSchool(page, at) ?? endOfLoneSchool(page, at));
  return to === undefined ? undefined : { from: at, to, certainty: "perhaps" };
}

function capitalPlace(page: Page, at: number, isAt: boolean, isSure: boolean): Span | undefined {
  const { words } = page;
  const word = words[at];
  if (!word || word.text.length === 1 || (word.isUpper && (isOrdinary(word.key) || word.text.length < 3)))
    return undefined;
  let to = at;
  for (let next = at + 1; next < words.length && next - at < 4; next++) {
    const more = words[next];
    if (!more?.isCapital || more.isUpper || words[next - 1]?.isPossessive || !/^[\s\u00a0]$/u.test(more.gap))
      break;
    to = next;
  }
  const span = words.slice(at, to + 1);
  if (isSure && to > at) return { from: at, to, certainty: "likely" };
  const last = words[to]?.key ?? "";
  if (to > at && isPublicHall(words[to - 1]?.key ?? "", last)) return undefined;
  if (to > at && !isOrdinary(word.key) && isPlacedEnd(last))
    return { from: at, to, certainty: span.some(({ key }) => looksLikeSchool(key)) ? "likely" : "perhaps" };
  if (
    span.every(({ key }) => isOrdinary(key) || isLargePlace(key)) &&
    !span.some(({ key }) => looksLikeSchool(key))
  )
    return undefined;
  if (
    /^(?:apartment|flat|number|street|road|lane|avenue|close|drive|crescent|terrace|council|party|park|station)$/.test(
      words[to]?.key ?? "",
    )
  )
    return undefined;
  const isPerson =
    isGivenName(word.key) &&
    !span.some(({ key }) => looksLikeSchool(key) && !isGivenName(key)) &&
    (!isAmbiguous(word.key) || to === at);
  if (isPerson) return undefined;
  const isSchooly = span.some(({ key }) => looksLikeSchool(key));
  return isSchooly || isAt ? { from: at, to, certainty: isSchooly ? "likely" : "perhaps" } : undefined;
}

function listedSchools(page: Page, listed: readonly string[]): Mark[] {
  const low = page.text.toLowerCase();
  return listed.flatMap((name) => {
    const at = name.length > 3 ? low.indexOf(name.toLowerCase()) : -1;
    return at < 0 ? [] : [mark(page, at, at + name.length, "sure", name)];
  });
}

function markSchool(page: Page, from: number, to: number, certainty: Certainty): Mark {
  const before = page.words[from - 1];
  const hasArticle = before?.key === "the" && /^[\s\u00a0]$/u.test(page.words[from]?.gap ?? "");
  const ward = /\bward\s+\w+\s+(?:of|at)\s+(?:the\s+)?$/iu.exec(
    page.text.slice(0, page.words[from]?.start ?? 0),
  );
  const start = ward?.index ?? (hasArticle ? before.start : (page.words[from]?.start ?? 0));
  const last = page.words[to];
  const isWhole = last?.isPossessive === true && !SCHOOL_TAIL.has(last.key);
  const end = endOfPurpose(page, (last?.end ?? start) + (isWhole ? 2 : 0));
  return mark(page, start, end, certainty, page.text.slice(start, end));
}

function mark(page: Page, start: number, end: number, certainty: Certainty, name: string): Mark {
  return {
    start,
    end,
    kind: "school",
    certainty,
    why: WHY,
    replacement: `${theirWord(page)} ${settingWord(name)}`,
  };
}
