import type { Mark } from "../mark.ts";
import { isSchoolStop, isSchoolWord, SCHOOL_TAIL } from "./school-words.ts";
import { isAmbiguous, isCommonWord, isGivenName, isLargePlace, isOrdinary } from "./vocabulary.ts";
import { foldWord, readPage, type Word } from "./words.ts";

/**
 * What was marked once and stands again: a surname alone, a name in small letters or without its apostrophe, the short
 * form of a school. Only passages that no mark covers; for the same kind, with the words of the first.
 */
export function spreadMarks(text: string, marks: readonly Mark[]): Mark[] {
  const names = new Map<string, Mark>();
  const schools = new Map<string, Mark>();
  const letters = new Map<string, Mark>();
  for (const mark of marks) {
    if (mark.kind === "name") for (const key of nameKeys(text, mark)) names.set(key, names.get(key) ?? mark);
    if (mark.kind === "school") {
      const stem = stemOf(text, mark);
      for (const key of stemKeys(stem)) schools.set(key, schools.get(key) ?? mark);
      const first = lettersOf(text, mark);
      if (first !== "") letters.set(first, mark);
    }
  }
  if (names.size + schools.size + letters.size === 0) return [];
  const { words } = readPage(text);
  return words.flatMap((word, at) => {
    const found = again(words, at, names, schools, letters);
    if (!found || marks.some((mark) => mark.start < found.end && word.start < mark.end)) return [];
    return [{ ...found.mark, start: word.start, end: found.end, certainty: "perhaps" as const }];
  });
}

function again(
  words: readonly Word[],
  at: number,
  names: ReadonlyMap<string, Mark>,
  schools: ReadonlyMap<string, Mark>,
  letters: ReadonlyMap<string, Mark>,
): { mark: Mark; end: number } | undefined {
  const [word, next] = [words[at], words[at + 1]];
  if (!word) return undefined;
  const pair = next && /^[\s\u00a0-]$/u.test(next.gap) ? schools.get(`${word.key} ${next.key}`) : undefined;
  if (pair && next) return { mark: pair, end: next.end };
  const initials = word.isUpper ? letters.get(word.text) : undefined;
  const mark =
    names.get(word.key) ?? names.get(word.key.replace(/s$/, "")) ?? schools.get(word.key) ?? initials;
  return mark ? { mark, end: word.end } : undefined;
}

/** Words of a name that are nothing else. */
function nameKeys(text: string, mark: Mark): string[] {
  return wordsOf(text, mark).filter(
    (key) => key.length > 2 && !isCommonWord(key) && !(isAmbiguous(key) || isOrdinary(key)),
  );
}

/** The words before "primary school". */
function stemOf(text: string, mark: Mark): string[] {
  const said = wordsOf(text, mark);
  const from = said[0] === "the" ? 1 : 0;
  const to = said.findIndex((key, at) => at > from && (SCHOOL_TAIL.has(key) || isSchoolWord(key)));
  return said.slice(from, to < 0 ? said.length : to);
}

/** "perry wood" of Perry Wood Primary, "perrywood", and "latimer" of Bishop Latimer. */
function stemKeys(stem: readonly string[]): string[] {
  const isOwn = (key: string): boolean =>
    key.length > 3 && !isOrdinary(key) && !isLargePlace(key) && !isSchoolStop(key) && !isGivenName(key);
  const [first = "", second = ""] = stem;
  const alone = stem.filter(isOwn);
  if (stem.length < 2 || /^(?:st|sts|saint|our|of|the|ysgol)$/.test(first))
    return first.startsWith("st") && second.length > 3
      ? [...alone, `${first} ${second}`, `saint ${second}`, `st ${second}`]
      : alone;
  return [...alone, `${first} ${second}`, stem.join(""), `${first}${second}`];
}

/** "BHA" for Beacon Hill Academy. */
function lettersOf(text: string, mark: Mark): string {
  const said = text.slice(mark.start, mark.end).match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  const own = said.filter((word) => !/^(?:the|of|and|for)$/i.test(word));
  return own.length < 3 ? "" : own.map((word) => word[0]?.toUpperCase() ?? "").join("");
}

function wordsOf(text: string, mark: Mark): string[] {
  return (text.slice(mark.start, mark.end).match(/\p{L}[\p{L}'’-]*/gu) ?? []).map((word) =>
    foldWord(word.replace(/['’]s$/i, "")),
  );
}
