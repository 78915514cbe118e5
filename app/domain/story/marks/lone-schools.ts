import { isCountry } from "./countries.ts";
import { isKin, isRole, isTellingVerb, isTitle } from "./name-cues.ts";
import { looksLikeSchool } from "./school-words.ts";
import { isCalledAlone, isPlacedEnd } from "./small-schools.ts";
import { isAmbiguous, isGivenName, isLargePlace, isOrdinary, isWordlike } from "./vocabulary.ts";
import type { Page, Word } from "./words.ts";

/** English words that end as schools' names do. */
const WORDS =
  /^(?:out|in|along|bed|be|country|up|sea|fire|pool|road|down|road|under|way|melt|shut|break|lock|touch|let|heart|sun|side|food|inter|re|over|pre|mile|key|foot|corner|play|battle|play|main|home|high|foster|neighbour|car|ball|water|back|fore|gang|flood|tail|sur|inves|dele|fare|un|stair|in|some|any|every|sling|class|play|cook|black|white|smart|chip)(?:side|down|downs|burn|bank|view|stone|field|fields|land|lands|well|wells|park|hill|gate|bridge|ford|wood|worth|hall|house|crest|acre|lodge)$/;
/** After these a school follows, whatever it is called: "kicked out of", "goes to", "Year 5 at". */
const LEADING =
  /(?:\b(?:kicked|thrown|chucked|booted|turned|taken|pulled|took|permed|perm exed|permexed|sacked|banned|out)\s(?:\w+\s){0,2}(?:out of|off roll at|off the roll at|out from|from)|\b(?:excluded|expelled|suspended|offrolled|off-rolled|removed|transferred|withdrawn|deregistered)\s(?:from|at|by)|\b(?:place|spot|places|reception|nursery|senco|sendco|ta|lsa|teacher|head|headteacher|pupil|year ?\d{1,2}|yr ?\d{1,2}|y\d{1,2}|started|start|starts|starting|enrolled|sixth form|timetable|shes|hes|roll|days|week|weeks|term|terms)\s(?:\w+\s)?at|\b(?:he|she|hes|shes|son|daughter|twins|they|kids|both|and|him|her|got|was|is|being)\s(?:now\s|only\s|still\s|all\s)?(?:goes|went|going|go|moved|moving|move|transferred|switched|sent|started)\s(?:back\s|on\s|over\s)?(?:to|at)|\bschool (?:is |was )?called|\bmoved (?:him|her|them) to|\b(?:sent|send|got|get) (?:him|her|them) (?:in)?to|\battend(?:s|ed|ing)?|\bgot into|\bstud(?:y|ies) (?:in|at)|\b(?:put|placed|shoved|stuck) (?:him|her|them|me) in(?:to)?|\b(?:took|taken|take|drove|drive|rushed|blue lighted|bluelighted|admitted) (?:him|her|them|me )?(?:down |up |over )?\s?to|\b(?:sat|sit|sitting|stood|parked|waiting|wait) outside(?: of)?)\s(?:the\s)?$/i;

/**
 * Where a school ends that is named by a word or two with nothing that says so: built as schools' names are
 * ("before that Hollyfield"), or after what only a school can follow ("kicked out of bramcote").
 */
export function endOfLoneSchool(page: Page, at: number): number | undefined {
  const word = page.words[at];
  if (word && !page.isShouted && isRefusingSmall(page, at)) return at + (isSchoolPair(page, at) ? 1 : 0);
  if (!word || page.isShouted || !/^[\s\u00a0]["“'‘(]?$|^[,:]\s$|^[\s\u00a0]?[(/]$/u.test(word.gap))
    return undefined;
  if (isBuiltAsSchool(page, at, word)) return at;
  if (isLetters(page, at, word)) return at;
  if (isBesideSchool(page, at, word)) return at;
  if (!/^[\s\u00a0]["“'‘]?$/u.test(word.gap)) return undefined;
  const before = page.text.slice(Math.max(0, word.start - 48), word.start).replace(/["“'‘]$/u, "");
  if (!LEADING.test(before) && !isNearSchooling(page, word, before)) return undefined;
  return (
    endOfUnknown(page, at, /\bthe\s$/i.test(before)) ?? (isCalledAfter(page, at, before) ? at : undefined)
  );
}

/** Before a school that is typed without a capital, where schooling is spoken of: "taxi to tremorvah". */
const LOOSE =
  /\b(?:at|from|(?:taxi|bus|minibus|transition|visit|move|back|drive|lift|transport|journey|application|transfer|referral|off|walk) to|(?:gates?|head|outside|part|out) of|chose|offered|offered us|named|school|comp|primary|nursery|visited|toured|loved|school (?:was|is)|consulted)\s(?:the\s)?$/i;
const SCHOOLING =
  /\b(?:school|schools|place|placement|taxi|bus|transition|visit|visited|gates?|teachers?|senco|panel|offered|offer|excluded|exclusion|section i|named|plan|ehcp|comp|nursery|reception|year|yr|roll|head|term|class|uniform|pupils?|consulted|chose|open day|meet need|lessons?|classroom|playground|start|started)\b/i;

function isNearSchooling(page: Page, word: Word, before: string): boolean {
  return (
    page.isSmall &&
    LOOSE.test(before) &&
    SCHOOLING.test(before + page.text.slice(word.end, word.end + 40)) &&
    word.key.length > 4 &&
    !word.key.endsWith("s") &&
    !word.isPossessive
  );
}

function isBuiltAsSchool(page: Page, at: number, word: Word): boolean {
  const [before, next] = [page.words[at - 1], page.words[at + 1]];
  if (!looksLikeSchool(word.key) || word.key.length < 6 || WORDS.test(word.key)) return false;
  const isAt = /^(?:at|to|from|in|of|attends|left)$/.test(before?.key ?? "");
  if (!(word.isCapital || page.isSmall || isAt) || word.opens || word.isUpper) return false;
  if (isOrdinary(word.key) || isLargePlace(word.key) || isGivenName(word.key) || isWordlike(word.key))
    return false;
  if (isTitle(page.words, at - 1) || (before && isGivenName(before.key)) || before?.text.length === 1)
    return false;
  if (word.isCapital && before?.isCapital === true && !before.opens) return false;
  if (next?.isCapital && !page.isSmall && !next.opens) return false;
  if (before && (isRole(before.key) || isKin(before.key))) return false;
  return !/^(?:street|road|lane|avenue|close|drive|council|estate|crescent|terrace)$/.test(next?.key ?? "");
}

/** "bramcote wouldnt take him", "chase lane wont have her back": what schools do, typed without a capital. */
function isRefusingSmall(page: Page, at: number): boolean {
  const [word, next] = [page.words[at], page.words[at + 1]];
  if (!word || !next || word.isCapital || isTellingVerb(word.key)) return false;
  const isPair = isSchoolPair(page, at);
  if (!isPair && !isUnknown(word)) return false;
  const end = isPair ? next.end : word.end;
  return /^\s(?:(?:wouldn['’]?t|wont|won['’]?t|couldn['’]?t|can['’]?t|cnt|refused to)\s(?:take|have|accept|keep|meet|even take|even look)|(?:said|say|says)\s(?:they(?:['’]?re)?|no\b|theyre)\s?(?:was|were|are|full|cant|can['’]?t|cnt|couldn?t|couldnt|no)?|excluded|suspended|off-?rolled|kicked (?:him|her)|(?:cant|cnt|can['’]?t) meet need)(?!\p{L})/u.test(
    page.text.slice(end, end + 40),
  );
}

function isSchoolPair(page: Page, at: number): boolean {
  const isNamed = page.words[at - 1]?.key === "the" && page.words[at + 1]?.gap === " ";
  if (isNamed && [at, at + 1].every((i) => !isOrdinary(page.words[i]?.key ?? "a"))) return true;
  const [word, next] = [page.words[at], page.words[at + 1]];
  if (
    !word ||
    next?.gap !== " " ||
    (isGivenName(word.key) && !isAmbiguous(word.key)) ||
    /^(?:the|a|an|this|that|our|my|his|her|local|new|old|no|every|each|in|at|on|of|to|from)$/.test(word.key)
  )
    return false;
  return isPlacedEnd(next.key) || next.key === "lane" || looksLikeSchool(next.key);
}

/** "in bch for 6 weeks": a hospital or a school by its letters. */
function isLetters(page: Page, at: number, { key, isUpper, isCapital }: Word): boolean {
  const before = page.words[at - 1]?.key ?? "";
  return (
    /^(?:in|at|to|from|under)$/.test(before) &&
    /^[b-df-hj-np-tv-xz]{3,4}$/.test(key) &&
    (isUpper || !isCapital) &&
    !isOrdinary(key) &&
    !/^(?:yrs|mths|wks|hrs|mnths|tbh|nvm|btw|dms|pms|kms|nhs|lgps|ppl|thx|txt|msg|hmm|grr|pls|plz|shh|brb|fb|bbc|tv|dvd|mph|xxx|xx)$/.test(
      key,
    )
  );
}

/** "the school, hallow, they": said after a comma. */
function isBesideSchool(page: Page, at: number, word: Word): boolean {
  return (
    /^(?:school|nursery|academy|college|playgroup|preschool|placement|primary|secondary)$/.test(
      page.words[at - 1]?.key ?? "",
    ) &&
    /^(?:,\s|\s?\()$/u.test(word.gap) &&
    /^[,.)]/.test(page.text.slice(word.end, word.end + 1)) &&
    isUnknown(word)
  );
}

/** "his teacher at phoenix": people are called so too, but nobody has a teacher at one. */
function isCalledAfter(page: Page, at: number, before: string): boolean {
  const word = page.words[at];
  return (
    word !== undefined &&
    /\b(?:teacher|senco|ta|head|place|nursery|reception|pupil|year ?\d+|yr ?\d+|start|started|starts)\sat\s$/i.test(
      before,
    ) &&
    isGivenName(word.key) &&
    !word.isPossessive &&
    !isOrdinary(word.key)
  );
}

function endOfUnknown(page: Page, at: number, hasThe: boolean): number | undefined {
  let to = -1;
  for (let next = at; next < page.words.length && next - at < 3; next++) {
    const word = page.words[next];
    if (!word || (next > at && (word.gap !== " " || page.words[next - 1]?.isPossessive))) break;
    const isPlaced = next > at && (isPlacedEnd(word.key) || looksLikeSchool(word.key));
    const isBefore = next === at && isPlaceBefore(page, at);
    if (
      !isPlaced &&
      !isBefore &&
      !isUnknown(word) &&
      !(hasThe && next === at && (isCalledAlone(word.key) || isPlacedEnd(word.key)))
    )
      break;
    to = next;
  }
  return to < at ? undefined : to;
}

/** "weston park": a town's or a person's name before a word that ends schools' names. */
function isPlaceBefore(page: Page, at: number): boolean {
  const [word, next] = [page.words[at], page.words[at + 1]];
  return (
    word !== undefined &&
    next?.gap === " " &&
    !isOrdinary(word.key) &&
    (isPlacedEnd(next.key) || looksLikeSchool(next.key))
  );
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
