import { looksLikeSchool } from "./school-words.ts";
import { isCalledAlone, isPlacedEnd } from "./small-schools.ts";
import { isGivenName, isOrdinary } from "./vocabulary.ts";
import { foldWord } from "./words.ts";

const REFUSING =
  /(?<![\p{L}])(?<it>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){1,2})\s(?:(?:wouldn['’]?t|won['’]?t|would not|will not|refused to|couldn['’]?t|could not|can['’]?t|cannot|said they (?:couldn['’]?t|could not|can['’]?t|cannot))\s(?:take|have|meet|accept|offer|admit|keep|hold|cope)|(?:is|was|were|are)\s(?:full|oversubscribed)|(?:excluded|suspended|off-?rolled)\s(?:him|her|them|my|our))/gu;

/** The same as it is typed on a telephone: "the orchard wouldnt have him". */
const SMALL =
  /(?<![\p{L}'’-])(?:the\s)?(?<it>\p{Ll}[\p{L}'’-]{3,}(?:\s\p{Ll}[\p{L}'’-]{3,})?)\s(?:wouldn['’]?t|won['’]?t|wouldn['’]?a|refused to|couldn['’]?t)\s(?:take|have|accept|keep)\s(?:him|her|them|my|our)(?!\p{L})/gu;

/** Where a school stands that says no: "Nunnery Wood wouldn't take him"; in UTF-16 units. */
export function findRefusing(text: string): { start: number; end: number }[] {
  const small = [...text.matchAll(SMALL)].flatMap(({ index, 0: whole, groups }) => {
    const name = groups?.it ?? "";
    const said = name.split(/\s/).map(foldWord);
    const last = said.at(-1) ?? "";
    const isSchool =
      said.length === 1
        ? isCalledAlone(last) || looksLikeSchool(last)
        : isPlacedEnd(last) && !isOrdinary(said[0] ?? "");
    const start = index + whole.indexOf(name);
    return isSchool && !isOrdinaryPlace(last, said.length) ? [{ start, end: start + name.length }] : [];
  });
  const written = [...text.matchAll(REFUSING)].flatMap(({ index, groups }) => {
    const said = (groups?.it ?? "").split(/\s/).map(foldWord);
    const isSchool = said.some((word) => looksLikeSchool(word)) || isPlacedEnd(said.at(-1) ?? "");
    return isSchool && !isGivenName(said[0] ?? "")
      ? [{ start: index, end: index + (groups?.it ?? "").length }]
      : [];
  });
  return [...written, ...small];
}

/** "The house wouldn't have him": a word alone that names no school. */
function isOrdinaryPlace(word: string, count: number): boolean {
  return count === 1 && isOrdinary(word) && !isCalledAlone(word);
}
