import type { Certainty, Mark } from "../mark.ts";
import { isKin, isRole, isTellingVerb, isTitle, type NameCue } from "./name-cues.ts";
import { judgeWord } from "./name-judgement.ts";
import { replaceName } from "./name-replacement.ts";
import { isAmbiguous, isCommonWord, isGivenName, isOrdinary, isWordlike } from "./vocabulary.ts";
import { type Page, readPage, type Word } from "./words.ts";

/** A word that names somebody, how surely, and what said so. */
export interface NamedWord {
  certainty: Certainty;
  cue?: NameCue | undefined;
}

/** Between a first name and a family name. */
const PARTICLES = new Set(
  "ap ab ferch bin bint ibn al el ul van von der den de da di do dos du la le o mac mc st".split(" "),
);

/** What stands before a name and a family name. */
const INTRODUCED =
  /(?:\bi['’]?m|\bi am|\bname(?:['’]?s| is| was)|\bcalled|\b(?:officer|worker|caseworker|case worker|senco|head|teacher|headteacher|consultant|psychologist)(?: is| was)?) $/;

/** People who are named: children, family, staff, officers. */
export function findNames(text: string): Mark[] {
  const page = readPage(text);
  const named = page.words.map((_, at) => judgeWord(page, at));
  spread(page, named);
  const marks: Mark[] = [];
  for (let at = 0; at < page.words.length; at++) {
    if (!named[at]) continue;
    const last = lastOfName(page, named, at);
    marks.push(markName(page, named, at, last));
    at = last;
  }
  return marks;
}

/** Somebody named once is named wherever the word stands again. */
function spread(page: Page, named: (NamedWord | undefined)[]): void {
  const known = new Map<string, NamedWord>();
  page.words.forEach((word, at) => {
    const found = named[at];
    if (found && found.certainty !== "perhaps" && word.key.length > 1) known.set(word.key, found);
    if (found && word.key.length === 1 && found.cue) known.set(word.key, found);
  });
  page.words.forEach((word, at) => {
    if (named[at]) return;
    const key = known.has(word.key) ? word.key : word.key.endsWith("s") ? word.key.slice(0, -1) : "";
    const found = known.get(key);
    if (!found || key === "i" || key === "a") return;
    const isPlural = key !== word.key;
    const mayStand =
      word.isCapital && !page.isShouted
        ? !isFunction(page, at)
        : !isAmbiguous(key) && !isCommonWord(word.key);
    if (mayStand && (!isPlural || isGivenName(key)) && !(key.length === 1 && !word.isCapital))
      named[at] = { certainty: "likely", cue: found.cue };
  });
}

/** "Will you", "May I", "Mark my words": the word, not the person. */
function isFunction(page: Page, at: number): boolean {
  const word = page.words[at];
  const next = page.words[at + 1]?.key ?? "";
  if (!word?.opens || word.isPossessive || !isAmbiguous(word.key)) return false;
  return /^(?:i|you|we|they|he|she|it|anyone|anybody|somebody|someone|the|this|that|these|those|my|our|a|an|what|is|for|of|to)$/.test(
    next,
  );
}

function lastOfName(page: Page, named: readonly (NamedWord | undefined)[], from: number): number {
  let last = from;
  for (let at = from + 1; at < page.words.length && at - from < 5; at++) {
    const word = page.words[at];
    const before = page.words[at - 1];
    if (!word || !before || before.isPossessive) break;
    const isJoined =
      /^[\s\u00a0]{1,2}$/u.test(word.gap) || (/^\.[\s\u00a0]?$/u.test(word.gap) && before.text.length === 1);
    if (!isJoined) break;
    if (named[at]) last = at;
    else if (isLetterAfter(page, word, before)) last = at;
    else if (at === from + 1 && isTitledName(page, word, from)) last = at;
    else if (isFamilyName(page, word, before) || (at - from < 3 && isSmallFamilyName(page, word, from)))
      last = at;
    else if (PARTICLES.has(word.key) && isFamilyName(page, page.words[at + 1], word)) continue;
    else break;
  }
  return last;
}

/** "Mr Ellis Post", "Mrs Jo Head": after a title a capital is a name, whatever the word. */
function isTitledName(page: Page, word: Word, from: number): boolean {
  return (
    isTitle(page.words, from - 1) &&
    word.isCapital &&
    !word.isUpper &&
    !page.isShouted &&
    !page.isSmall &&
    !/^(?:head|deputy|assistant|senco|class|our|the|my|from|at|who|and)$/.test(word.key)
  );
}

function isFamilyName(page: Page, word: Word | undefined, before: Word): boolean {
  if (!word || (word.opens && before.text.length > 1)) return false;
  if (page.isShouted || page.isSmall) return false;
  return (
    word.isCapital &&
    !word.isUpper &&
    (!isOrdinary(word.key) || (isGivenName(word.key) && !isFunctionWord(word)))
  );
}

/** "im kerry ann doyle", "the caseworker was darren wibley": who is introduced by name has a family name too. */
function isSmallFamilyName(page: Page, word: Word, from: number): boolean {
  const first = page.words[from];
  if (!first || word.isCapital || word.key.length < 3) return false;
  if (isOrdinary(word.key) || isWordlike(word.key)) return false;
  const [, second] = [first, page.words[from + 1]];
  if (isTitle(page.words, from - 1) || isTitle(page.words, from - 2))
    return second === word || second?.text.length === 1;
  if (!page.isSmall) return false;
  if (isTellingVerb(word.key) || isRole(word.key) || isKin(word.key)) return false;
  return (
    isGivenName(first.key) ||
    INTRODUCED.test(page.text.slice(Math.max(0, first.start - 24), first.start).toLowerCase())
  );
}

/** "sue b", "Steve B.", "mrs k": a letter after a name. */
function isLetterAfter(page: Page, word: Word, before: Word): boolean {
  if (word.text.length !== 1 || before.text.length < 2 || word.isPossessive) return false;
  if (word.isCapital) return !/^[IAO]$/.test(word.text) && !page.isShouted;
  return (
    /^[b-hj-mp-tvw]$/.test(word.key) &&
    /^(?:[\s\u00a0,.!?);:]|$)/u.test(page.text.slice(word.end, word.end + 1))
  );
}

/** "A. Bellweather", "J K Marsh": letters before a name are of it. */
function withInitials(page: Page, from: number): number {
  let first = from;
  while (first > 0 && from - first < 3) {
    const [letter, word] = [page.words[first - 1], page.words[first]];
    if (!letter || !word || letter.text.length !== 1 || letter.isPossessive) break;
    const isDotted = /^\.[\s\u00a0]?$/u.test(word.gap);
    const isSpaced =
      /^[\s\u00a0]$/u.test(word.gap) && !/^[aio]$/.test(letter.key) && letter.isCapital && !letter.opens;
    if (!isDotted && !isSpaced) break;
    if (!letter.isCapital && !isTitle(page.words, first - 2)) break;
    first -= 1;
  }
  return first;
}

function isFunctionWord(word: Word): boolean {
  return word.key.length < 3;
}

function markName(page: Page, named: readonly (NamedWord | undefined)[], from: number, last: number): Mark {
  let first =
    PARTICLES.has(page.words[from - 1]?.key ?? "") && isTitle(page.words, from - 2) ? from - 1 : from;
  if (isTitle(page.words, first - 1) && /^\.?[\s\u00a0]+$/u.test(page.words[first]?.gap ?? "")) {
    first -= 1;
    if (/^(?:and|&)$/.test(page.words[first - 1]?.key ?? "") && isTitle(page.words, first - 2)) first -= 2;
  }
  first = withInitials(page, first);
  const cues = named.slice(from, last + 1);
  const certainties = cues.flatMap((found) => (found ? [found.certainty] : []));
  const certainty = certainties.includes("sure")
    ? "sure"
    : certainties.includes("likely")
      ? "likely"
      : "perhaps";
  const start = page.words[first]?.start ?? 0;
  const tail = page.words[last];
  const isInitial = tail?.text.length === 1 && page.text[tail.end] === ".";
  const end = (tail?.end ?? start) + (isInitial ? 1 : 0);
  const { replacement, why } = replaceName(page, first, named, from);
  return { start, end, kind: "name", certainty, why, replacement };
}
