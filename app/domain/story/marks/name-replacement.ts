import type { NamedWord } from "./names.ts";
import type { Page } from "./words.ts";

const TITLE_WORDS: Readonly<Record<string, string>> = {
  dr: "a doctor",
  prof: "a professor",
  professor: "a professor",
  judge: "the judge",
  pc: "a police officer",
  dc: "a police officer",
  sgt: "a police officer",
  constable: "a police officer",
  nurse: "a nurse",
  cllr: "a councillor",
  councillor: "a councillor",
  auntie: "a relative",
  aunty: "a relative",
  aunt: "a relative",
  uncle: "a relative",
};
const CHILDREN = /^(?:son|daughter|boy|girl|lad|baby|child|grandson|granddaughter|nephew|niece|brother|sister|eldest|youngest|oldest|friend|husband|wife|partner|neighbour|cousin|twin)$/;
const CHILD_WHY = "A child's name, with the council beside it, tells neighbours and schools who this is.";
const STAFF_WHY = "The name of somebody who works with a child leads to the school, and they cannot answer here.";
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
  if (cue?.cue === "title") {
    const words = TITLE_WORDS[cue.word] ?? "a member of staff";
    return { replacement: isBeside && saysWho(before.key) ? "" : words, why: STAFF_WHY };
  }
  if (cue?.cue === "role") return { replacement: isBeside && before.key === cue.word ? "" : `the ${cue.word}`, why: STAFF_WHY };
  if (cue?.cue === "relation" && isBeside && before.key === cue.word) return { replacement: "", why: CHILD_WHY };
  if (cue?.cue === "relation" && CHILDREN.test(cue.word)) return { replacement: `my ${cue.word}`, why: CHILD_WHY };
  return { replacement: childWords(page), why: cue?.cue === "age" ? CHILD_WHY : NAME_WHY };
}

/** "my son", as the text itself speaks of the child. */
export function childWords(page: Page): string {
  const told = /\b(?:my|our)\s+(?:\w+\s+)?(son|daughter|grandson|granddaughter|boy|girl|lad)\b/iu.exec(page.text)?.[1]?.toLowerCase();
  if (told) return `my ${told === "boy" || told === "lad" ? "son" : told === "girl" ? "daughter" : told}`;
  const he = page.words.filter(({ key }) => /^(?:he|him|his|hes)$/.test(key)).length;
  const she = page.words.filter(({ key }) => /^(?:she|her|hers|shes)$/.test(key)).length;
  return he > she ? "my son" : she > he ? "my daughter" : "my child";
}

/** "his", "her" or "the", as the text speaks of the child. */
export function theirWord(page: Page): string {
  const child = childWords(page);
  return /son$|nephew$/.test(child) ? "his" : child === "my child" ? "their" : "her";
}

function saysWho(key: string): boolean {
  return /^(?:senco|sendco|teacher|head|headteacher|officer|worker|therapist|psychologist|consultant|paediatrician|assistant|ta|gp|tutor|driver|send|caseworker|deputy|ep|ot)$/.test(key);
}
