import { looksLikeSchool } from "./school-words.ts";
import { isPlacedEnd } from "./small-schools.ts";
import { isGivenName } from "./vocabulary.ts";
import { foldWord } from "./words.ts";

const REFUSING =
  /(?<![\p{L}])(?<it>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){1,2})\s(?:(?:wouldn['’]?t|won['’]?t|would not|will not|refused to|couldn['’]?t|could not|can['’]?t|cannot|said they (?:couldn['’]?t|could not|can['’]?t|cannot))\s(?:take|have|meet|accept|offer|admit|keep|hold|cope)|(?:is|was|were|are)\s(?:full|oversubscribed)|(?:excluded|suspended|off-?rolled)\s(?:him|her|them|my|our))/gu;

/** Where a school stands that says no: "Nunnery Wood wouldn't take him"; in UTF-16 units. */
export function findRefusing(text: string): { start: number; end: number }[] {
  return [...text.matchAll(REFUSING)].flatMap(({ index, groups }) => {
    const said = (groups?.it ?? "").split(/\s/).map(foldWord);
    const isSchool = said.some((word) => looksLikeSchool(word)) || isPlacedEnd(said.at(-1) ?? "");
    return isSchool && !isGivenName(said[0] ?? "")
      ? [{ start: index, end: index + (groups?.it ?? "").length }]
      : [];
  });
}
