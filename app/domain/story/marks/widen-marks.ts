import type { Mark } from "../mark.ts";
import { isCountry } from "./countries.ts";
import { isKin, isRole, isTitle } from "./name-cues.ts";
import { isPlacedEnd } from "./small-schools.ts";
import { isOrdinary, isProperWord } from "./vocabulary.ts";
import { type Page, readPage, type Word } from "./words.ts";

/** In no name, though a capital stands there. */
const OUTSIDE =
  /^(?:i|mum|dad|mam|nan|nana|gran|grandma|grandad|the|a|an|at|in|on|he|she|they|we|it|his|her|my|our|is|was|and|but|so|who|when|then|year|yr|send|sen|ehcp|ehc|camhs|council|tribunal|ofsted|la|autism|adhd|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** Names and schools of a tidy text with the capitals beside them: "Harris Academy Peckham", "Little Owls", "Ashley Down". */
export function widenMarks(text: string, marks: readonly Mark[]): Mark[] {
  const page = readPage(text);
  if (page.isShouted || page.isSmall) return [...marks];
  const sorted = marks.toSorted((a, b) => a.start - b.start);
  return sorted.map((mark, at) => {
    if (mark.kind !== "name" && mark.kind !== "school") return mark;
    const from = sorted[at - 1]?.end ?? 0;
    const to = sorted[at + 1]?.start ?? text.length;
    return { ...mark, start: startOf(page, mark, from), end: endOf(page, mark, to) };
  });
}

function endOf(page: Page, mark: Mark, limit: number): number {
  let at = page.words.findIndex(({ start }) => start >= mark.end);
  let end = mark.end;
  for (let count = 0; at > 0 && count < 3; count++, at++) {
    const word = page.words[at];
    const before = page.words[at - 1];
    if (!word || !before || !/^[\s\u00a0]$/u.test(word.gap) || word.end > limit || before.isPossessive) break;
    if (page.text.slice(end, word.start).trim() !== "" || !isPart(page, at, word)) break;
    end = word.end;
  }
  return end;
}

function startOf(page: Page, mark: Mark, limit: number): number {
  const at = page.words.findIndex(({ start }) => start >= mark.start);
  const [word, before] = [page.words[at], page.words[at - 1]];
  if (!word || !before || word.start !== mark.start || !/^[\s\u00a0]$/u.test(word.gap)) return mark.start;
  if (
    before.start < limit ||
    before.opens ||
    before.isPossessive ||
    isRole(before.key) ||
    !isPart(page, at - 1, before)
  )
    return mark.start;
  return before.start;
}

/** A capital in the middle of a sentence, of no body, day or law. */
function isPart(page: Page, at: number, word: Word): boolean {
  if (!word.isCapital || word.isUpper || word.opens || word.text.length < 2 || OUTSIDE.test(word.key))
    return false;
  if (isTitle(page.words, at) || isKin(word.key) || isCountry(word.key)) return false;
  return !isProperWord(word.key) || isPlacedEnd(word.key) || !isOrdinary(word.key);
}
