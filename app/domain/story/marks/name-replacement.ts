import { isRole } from "./name-cues.ts";
import type { NamedWord } from "./names.ts";
import type { Page } from "./words.ts";

const TITLE_WORDS: Readonly<Record<string, string>> = {
  ...{ dr: "a doctor", prof: "a professor", professor: "a professor", judge: "the judge", nurse: "a nurse" },
  ...{
    pc: "a police officer",
    dc: "a police officer",
    sgt: "a police officer",
    constable: "a police officer",
  },
  ...{
    cllr: "a councillor",
    councillor: "a councillor",
    rev: "a priest",
    father: "a priest",
    imam: "an imam",
  },
  ...{ auntie: "a relative", aunty: "a relative", aunt: "a relative", uncle: "a relative" },
};
const OWN =
  /^(?:son|daughter|boy|girl|lad|baby|child|eldest|youngest|oldest|middle|twin|grandson|granddaughter|stepson|stepdaughter)$/;
const CHILD_WHY = "A child's name, with the council beside it, tells neighbours and schools who this is.";
const STAFF_WHY =
  "The name of somebody who works with a child leads to the school, and they cannot answer here.";
const NAME_WHY = "This looks like somebody's name; one name is often enough to find the whole family.";

/** What could stand for a name, and why it should. */
export function replaceName(
  page: Page,
  first: number,
  named: readonly (NamedWord | undefined)[],
  at: number,
): { replacement: string; why: string } {
  const cue = named[at]?.cue;
  const before = page.words[first - 1];
  const gap = page.words[first]?.gap ?? "";
  const isBeside = before !== undefined && /^[\s\u00a0]*[,(]?[\s\u00a0]*$/u.test(gap);
  const isSaid = isBeside && (isRole(before.key) || (cue?.word === before.key && cue.cue !== "title"));
  if (cue?.cue === "title") {
    const words = TITLE_WORDS[cue.word] ?? "a member of staff";
    return { replacement: isSaid || isRoleFurther(page, first) ? "" : words, why: STAFF_WHY };
  }
  if (cue?.cue === "role") return { replacement: isSaid ? "" : "a member of staff", why: STAFF_WHY };
  if (cue?.cue === "relation") {
    if (isSaid) return { replacement: "", why: OWN.test(cue.word) ? CHILD_WHY : NAME_WHY };
    return OWN.test(cue.word)
      ? { replacement: childWords(page), why: CHILD_WHY }
      : { replacement: "someone", why: NAME_WHY };
  }
  if (isRoleFurther(page, first)) return { replacement: "", why: STAFF_WHY };
  const isChild = cue?.cue === "age" || page.words[at]?.key === mainName(page, named);
  return { replacement: isChild ? childWords(page) : "someone", why: isChild ? CHILD_WHY : NAME_WHY };
}

/** "my son", as the text itself speaks of the child. */
export function childWords(page: Page): string {
  const told = /\b(?:my|our)\s+(?:\w+\s+)?(son|daughter|grandson|granddaughter|boy|girl|lad)\b/iu
    .exec(page.text)?.[1]
    ?.toLowerCase();
  if (told) return `my ${told === "boy" || told === "lad" ? "son" : told === "girl" ? "daughter" : told}`;
  const he = page.words.filter(({ key }) => /^(?:he|him|his|hes|himself)$/.test(key)).length;
  const she = page.words.filter(({ key }) => /^(?:she|her|hers|shes|herself)$/.test(key)).length;
  return he > she * 2 ? "my son" : she > he * 2 ? "my daughter" : "my child";
}

/** "his", "her" or "their", as the text speaks of the child. */
export function theirWord(page: Page): string {
  const child = childWords(page);
  return child === "my child" ? "their" : child.endsWith("son") ? "his" : "her";
}

/** Whom the text is most about: the first of those who are named most often, staff left aside. */
function mainName(page: Page, named: readonly (NamedWord | undefined)[]): string {
  const counts = new Map<string, number>();
  page.words.forEach(({ key }, at) => {
    const cue = named[at]?.cue;
    if (!named[at] || cue?.cue === "title" || cue?.cue === "role" || isAsideRole(page, at)) return;
    const isOwn = cue !== undefined && (cue.cue === "age" || (cue.cue === "relation" && OWN.test(cue.word)));
    counts.set(key, (counts.get(key) ?? 0) + (isOwn ? 5 : cue?.cue === "relation" ? 0 : 1));
  });
  let main = "";
  for (const [key, count] of counts) if (count > (counts.get(main) ?? 0)) main = key;
  return main;
}

/** "Steve (a TA)", "Sarah, our volunteer", "I'm Claire", "call Jane": somebody else than the child. */
function isAsideRole(page: Page, at: number): boolean {
  const word = page.words[at];
  if (!word) return false;
  const after = /^[\s\u00a0]*[,(]\s*(?:a|an|the|our|my|his|her)\s+(?:[\p{L}-]+\s+){0,2}?([\p{L}-]+)/u.exec(
    page.text.slice(word.end, word.end + 60),
  );
  const before = page.words[at - 1]?.key ?? "";
  return (
    (after?.[1] !== undefined && isRole(after[1].toLowerCase())) ||
    /^(?:call|ring|im|am|text|contact|ask|phone|phoned|rang|texted|emailed|met|called|by)$/.test(before)
  );
}

/** "Our case officer at the council, David": the role stands a little further before. */
function isRoleFurther(page: Page, first: number): boolean {
  if (!/^,[\s\u00a0]$/u.test(page.words[first]?.gap ?? "")) return false;
  for (let at = first - 1; at > Math.max(-1, first - 8); at--) {
    const word = page.words[at];
    if (!word) return false;
    if (isRole(word.key)) return true;
    if (word.opens || !/^[\s\u00a0]$/u.test(word.gap)) return false;
  }
  return false;
}
