import { isCountry } from "./countries.ts";
import { isTitle } from "./name-cues.ts";
import { looksLikeSchool } from "./school-words.ts";
import { isCalledAlone, isPlacedEnd, isPublicHall } from "./small-schools.ts";
import { isCommonWord, isGivenName, isOrdinary, isProperWord } from "./vocabulary.ts";
import type { Page } from "./words.ts";

/** Of a law, a body, a road of everybody. */
const NOT_OWN =
  /^(?:high|downing|crown|county|green|white|royal|buckingham|covent|hyde|central|national|supreme|magistrates|family|appeal|town|city|north|south|east|west|mid|shire|village|council|church|great|old|new|the|first|second|our|my|his|her|your|social|sure|bank|world|car|theme|science|business|retail|industrial|play|water|safari|skate|trampoline|health|front|back|open|sports|guide|common|middle|no|not|in|on|at|a|an|so|if|and|but|yes|well|next|that|this|then|when)$/;
/** Labels of a form: "School: Manor Croft". */
const LABEL =
  /^(?:school|nursery|setting|college|placement|preschool|academy|playgroup|childminder|hospital|primary|secondary|provision|base|unit|sch)$/;

/** Where a school ends whose every word is a word, by its capitals: "Hill House would not", "in Park View". */
export function endOfCapitalSchool(page: Page, at: number): number | undefined {
  const { words } = page;
  const [word, next] = [words[at], words[at + 1]];
  if (!word || page.isShouted) return undefined;
  if (
    /\b(?:flat|apt|apartment|unit|room|plot)\s\w{1,4},?\s$/i.test(
      page.text.slice(Math.max(0, word.start - 16), word.start),
    )
  )
    return undefined;
  const label = words[at - 1];
  if (label && LABEL.test(label.key) && /^\s?[:=–-]\s{0,2}$/u.test(word.gap)) return endOfLine(page, at);
  if (!word.isCapital || word.isUpper || page.isSmall) return undefined;
  if (isOwnedAlone(page, at) || isCalledThe(page, at)) return at;
  if (isRefused(page, at) && isSchoolName(page, at)) return at;
  if (
    next?.isCapital &&
    next.gap === " " &&
    isRefused(page, at + 1) &&
    !isGivenName(word.key) &&
    !NOT_OWN.test(word.key)
  )
    return at + 1;
  if (!next?.isCapital || next.isUpper || next.gap !== " " || isTitle(words, at) || isTitle(words, at - 1))
    return undefined;
  if (
    NOT_OWN.test(word.key) ||
    isProperWord(word.key) ||
    isCountry(word.key) ||
    isPublicHall(word.key, next.key)
  )
    return undefined;
  if (isGivenName(word.key) && !isCommonWord(word.key)) return undefined;
  const before = words[at - 1];
  if (before?.isCapital && before.gap !== "" && !word.opens) return undefined;
  const then = words[at + 2];
  if (then?.isCapital && then.gap === " ") return isPlacedEnd(then.key) ? at + 2 : undefined;
  return isPlacedEnd(next.key) || (looksLikeSchool(next.key) && next.key !== "view") || next.key === "stars"
    ? at + 1
    : undefined;
}

/** "thrived at King's.": whose nothing follows. */
function isOwnedAlone(page: Page, at: number): boolean {
  const word = page.words[at];
  return (
    word?.isPossessive === true &&
    /^(?:at|to|from|of|left|joined)$/.test(page.words[at - 1]?.key ?? "") &&
    /^['’]s?(?:[.,;!?)]|\s(?:and|did|does|was|is|for|in|said|has|had|who|but|until|when)\b|$)/u.test(
      page.text.slice(word.end, word.end + 8),
    ) &&
    !isGivenName(word.key)
  );
}

/** "the Meadows, gave up", "when the Chase rang". */
function isCalledThe(page: Page, at: number): boolean {
  const [word, before] = [page.words[at], page.words[at - 1]];
  return (
    word !== undefined &&
    before?.key === "the" &&
    word.gap === " " &&
    isCalledAlone(word.key) &&
    !page.words[at + 1]?.isCapital
  );
}

/** A word that alone, with its capital, is no person and no word of every day. */
function isSchoolName(page: Page, at: number): boolean {
  const word = page.words[at];
  return (
    word !== undefined &&
    word.key.length > 3 &&
    !isOrdinary(word.key) &&
    !isCountry(word.key) &&
    !(isGivenName(word.key) && !looksLikeSchool(word.key)) &&
    !isTitle(page.words, at - 1)
  );
}

/** "Redgate lost it", "Foxhill says she can": what schools do and hardly anybody else. */
function isRefused(page: Page, at: number): boolean {
  const after = page.text.slice(page.words[at]?.end ?? 0, (page.words[at]?.end ?? 0) + 40);
  return /^(?:['’]s)?\s(?:(?:wouldn['’]?t|would not|won['’]?t|couldn['’]?t|could not|can['’]?t|cannot|refused to)\s(?:take|have|meet|accept|keep|offer)|excluded|off-?rolled|suspended|(?:says?|said)\s(?:it|they)\s(?:can|could)|(?:SENCO|head|headteacher|nursery|sixth form|reception|governors)|(?:is|was|were|are) full)(?!\p{L})/u.test(
    after,
  );
}

function endOfLine(page: Page, at: number): number {
  let to = at;
  while (
    to - at < 5 &&
    page.words[to + 1] !== undefined &&
    /^[\s\u00a0]$|^\.\s$|^['’&\s]+$/u.test(page.words[to + 1]?.gap ?? "\n") &&
    !/\n/.test(page.words[to + 1]?.gap ?? "")
  ) {
    const word = page.words[to + 1];
    if (!word || (!word.isCapital && isCommonWord(word.key))) break;
    to++;
  }
  return to;
}
