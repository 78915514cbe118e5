import { isCountry } from "./countries.ts";
import { isKin, isRole, isTellingVerb, isTitle } from "./name-cues.ts";
import { looksLikeSchool } from "./school-words.ts";
import { isCalledAlone, isPlacedEnd } from "./small-schools.ts";
import { isGivenName, isLargePlace, isOrdinary, isWordlike } from "./vocabulary.ts";
import type { Page, Word } from "./words.ts";

/** English words that end as schools' names do. */
const WORDS =
  /^(?:out|in|along|bed|be|country|up|sea|fire|pool|road|down|road|under|way|melt|shut|break|lock|touch|let|heart|sun|side|food|inter|re|over|pre|mile|key|foot|corner|play|battle|play|main|home|high|foster|neighbour|car|ball|water|back|fore|gang|flood|tail|sur|inves|dele|fare|un|stair|in|some|any|every|sling|class|play|cook|black|white|smart|chip)(?:side|down|downs|burn|bank|view|stone|field|fields|land|lands|well|wells|park|hill|gate|bridge|ford|wood|worth|hall|house|crest|acre|lodge)$/;
/** After these a school follows, whatever it is called: "kicked out of", "goes to", "Year 5 at". */
const LEADING =
  /(?:\b(?:kicked|thrown|chucked|booted|turned|taken|pulled|took|out)\s(?:\w+\s){0,2}(?:out of|off roll at|out from|from)|\b(?:excluded|expelled|suspended|offrolled|off-rolled|removed|transferred|withdrawn|deregistered)\s(?:from|at|by)|\b(?:place|spot|places|reception|nursery|senco|sendco|ta|lsa|teacher|head|headteacher|pupil|year ?\d{1,2}|yr ?\d{1,2}|y\d{1,2}|started|start|starts|starting|enrolled|sixth form|timetable|shes|hes|roll|days|week|weeks|term|terms)\s(?:\w+\s)?at|\b(?:he|she|hes|shes|son|daughter|twins|they|kids|both|and|him|her|got|was|is|being)\s(?:now\s|only\s|still\s|all\s)?(?:goes|went|going|go|moved|moving|move|transferred|switched|sent|started)\s(?:back\s|on\s|over\s)?(?:to|at)|\bschool (?:is |was )?called|\bmoved (?:him|her|them) to|\b(?:sent|send|got|get) (?:him|her|them) (?:in)?to|\battend(?:s|ed|ing)?|\bgot into|\b(?:sat|sit|sitting|stood|parked|waiting|wait) outside(?: of)?)\s(?:the\s)?$/i;

/**
 * Where a school ends that is named by a word or two with nothing that says so: built as schools' names are
 * ("before that Hollyfield"), or after what only a school can follow ("kicked out of bramcote").
 */
export function endOfLoneSchool(page: Page, at: number): number | undefined {
  const word = page.words[at];
  if (!word || page.isShouted || !/^[\s\u00a0]["“'‘(]?$|^[,:]\s$|^[\s\u00a0]?[(/]$/u.test(word.gap))
    return undefined;
  if (isBuiltAsSchool(page, at, word)) return at;
  if (!/^[\s\u00a0]["“'‘]?$/u.test(word.gap)) return undefined;
  const before = page.text.slice(Math.max(0, word.start - 48), word.start).replace(/["“'‘]$/u, "");
  if (!LEADING.test(before)) return undefined;
  return endOfUnknown(page, at, /\bthe\s$/i.test(before));
}

function isBuiltAsSchool(page: Page, at: number, word: Word): boolean {
  const [before, next] = [page.words[at - 1], page.words[at + 1]];
  if (!looksLikeSchool(word.key) || word.key.length < 6 || WORDS.test(word.key)) return false;
  if (!(word.isCapital || page.isSmall) || word.opens || word.isUpper) return false;
  if (isOrdinary(word.key) || isLargePlace(word.key) || isGivenName(word.key) || isWordlike(word.key))
    return false;
  if (isTitle(page.words, at - 1) || (before && isGivenName(before.key)) || before?.text.length === 1)
    return false;
  if (word.isCapital && before?.isCapital === true && !before.opens) return false;
  if (next && next.isCapital && !page.isSmall && !next.opens) return false;
  if (before && (isRole(before.key) || isKin(before.key))) return false;
  return !/^(?:street|road|lane|avenue|close|drive|council|estate|crescent|terrace)$/.test(next?.key ?? "");
}

function endOfUnknown(page: Page, at: number, hasThe: boolean): number | undefined {
  let to = -1;
  for (let next = at; next < page.words.length && next - at < 3; next++) {
    const word = page.words[next];
    if (!word || (next > at && (word.gap !== " " || page.words[next - 1]?.isPossessive))) break;
    const isPlaced = next > at && (isPlacedEnd(word.key) || looksLikeSchool(word.key));
    if (!isPlaced && !isUnknown(word) && !(hasThe && next === at && isCalledAlone(word.key))) break;
    to = next;
  }
  return to < at ? undefined : to;
}

function isUnknown({ key, isUpper }: Word): boolean {
  return (
    key.length > 3 &&
    !isUpper &&
    !isOrdinary(key) &&
    !isLargePlace(key) &&
    !isCountry(key) &&
    !isWordlike(key) &&
    !isGivenName(key) &&
    !isGivenName(key.replace(/s$/, "")) &&
    !isTellingVerb(key)
  );
}
