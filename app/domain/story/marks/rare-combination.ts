import type { Mark } from "../mark.ts";
import { isCountry } from "./countries.ts";
import { marksOf } from "./matches.ts";
import { findRareFacts } from "./rare-facts.ts";
import { isAmbiguous, isGivenName, isLargePlace, isOrdinary } from "./vocabulary.ts";
import { readPage, type Word } from "./words.ts";

const ONLY =
  /(?<![\p{L}])(?<it>(?:the\s+)?(?:only|one)\s+(?:(?:other|known|single)\s+)?(?:[\p{L}-]+\s+){0,4}?(?:child|boy|girl|pupil|student|person|family|one|user|kid|teenager|baby|wheelchair user|case|lad)\s+(?:[\p{L}-]+\s+){0,3}?(?:in|at|from|with|of|round|around)\s+[^.!?;\n]{2,80})/giu;
const SUBJECT =
  /(?<it>(?:[\p{L}-]+\s+)?(?:son|daughter|child|boy|girl|lad)\s+is\s+the\s+only\s+[^.!?;,\n]{2,70})/giu;
const NEED =
  /\b(?:autis\w*|adhd|asd|down['’]?s?|cerebral palsy|spina bifida|epilep\w*|deaf\w*|blind\w*|wheelchair|syndrome|non[- ]?verbal|dystrophy|cystic fibrosis|sickle cell|pda|tourette\S*|hearing aids?|dyslexi\w*|dwarfism|albinism|mutism|prader[- ]willi|chromosom\w*|genetic|partially sighted|tube[- ]fed|gastrostomy|tracheostomy|visually impaired|hearing impaired|muscular|rett|angelman|limb|ventilat\w*|learning disabilit\w*|ehcp|special needs|send)\b/i;
const AGE =
  /\b(?:\d{1,2}|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|three|four|two)\b(?!\s?(?:%|miles|hours|pages|weeks|months|days|times|emails|minutes|pounds|people|children))|\byear (?:\d{1,2}|one|two|three|four|five|six)\b|\breception\b/i;
const NEAR = /^(?:in|near|outside|from|around)$/;
const HOME =
  /\b(?:live|lives|living|lived|home|moved|village|hamlet|ward|parish|mum in|boy in|girl in|family in|child in|estate|we r|we are|were in|im in|am in|is from|we are from|are in|bus)\b/i;
const WHY = "The place is small: with the need and the age it could be nobody else.";

/** What only one child can be: "the only one in", and a small place beside a need and an age. */
export function findRareCombinations(text: string, smallPlaces: readonly string[] = []): Mark[] {
  const only = [SUBJECT, ONLY].flatMap((pattern) =>
    marksOf(text, pattern, (found) =>
      NEED.test(found) ||
      /\b(?:village|town|ward|county|street|class|school|parish|year group|estate|area)\b/i.test(found) ||
      /\bin\s+\p{Lu}/u.test(found)
        ? made(
            "likely",
            "one of few children with this need",
            "“The only one” tells everybody nearby who this is.",
          )
        : undefined,
    ),
  );
  const facts = findRareFacts(text).map((at) => ({
    ...at,
    ...made(
      "likely",
      "one of few families like ours",
      "Few families are like this: neighbours know at once who this is.",
    ),
  }));
  return [
    ...facts,
    ...only.map((mark) => trimmed(text, mark)),
    ...(NEED.test(text) && AGE.test(text) ? [...placesOf(text), ...listed(text, smallPlaces)] : []),
  ];
}

function made(
  certainty: "likely" | "perhaps",
  replacement: string,
  why: string,
): Omit<Mark, "start" | "end"> {
  return { kind: "rare_combination", certainty, why, replacement };
}

function trimmed(text: string, mark: Mark): Mark {
  const found = text.slice(mark.start, mark.end);
  const end =
    /,\s|\s+(?:and|so|but)\s+(?:everyone|everybody|people|all|he|she|they|we|it|i|that|is|was|has|had|the)\b/iu.exec(
      found,
    )?.index;
  return end === undefined ? mark : { ...mark, end: mark.start + end };
}

/** A place after "in" or "near" that is no council, county or larger town. */
function placesOf(text: string): Mark[] {
  const page = readPage(text);
  const marks: Mark[] = [];
  for (let at = 1; at < page.words.length; at++) {
    const word = page.words[at];
    const before = page.words[at - 1];
    if (!word || !before || !isNear(page.words, at) || word.opens || !/^[\s\u00a0]$/u.test(word.gap))
      continue;
    const sentence = text.slice(Math.max(0, word.start - 60), word.start + 60);
    if (!HOME.test(sentence)) continue;
    const last = lastOfPlace(page.words, at, page.isSmall);
    const tail = page.words[last];
    if (!tail || last < at) continue;
    const span = page.words.slice(at, last + 1);
    if (!span.some((part) => isPlaceWord(part))) continue;
    marks.push({ start: word.start, end: tail.end, ...made("perhaps", "a place near here", WHY) });
  }
  return marks;
}

function isNear(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.key ?? "";
  return (
    NEAR.test(before) ||
    (before === "of" && /^(?:village|parish|ward|hamlet|town)$/.test(words[at - 2]?.key ?? ""))
  );
}

function lastOfPlace(words: readonly Word[], at: number, isSmall: boolean): number {
  const isPart = (word: Word | undefined): boolean =>
    word !== undefined &&
    (isSmall
      ? !isOrdinary(word.key) || /^(?:upper|lower|great|little|north|south|east|west)$/.test(word.key)
      : word.isCapital && !word.isUpper);
  if (!isPart(words[at])) return -1;
  let last = at;
  while (last - at < 4) {
    const next = words[last + 1];
    if (!next || !/^[\s\u00a0-]$/u.test(next.gap)) break;
    if (isPart(next)) last++;
    else if (
      /^(?:upon|on|in|under|the|le|st|by|cum|with)$/.test(next.key) &&
      isPart(words[last + 2]) &&
      !isSmall
    )
      last += 2;
    else break;
  }
  return last;
}

function isPlaceWord({ key }: Word): boolean {
  return (
    !isOrdinary(key) && !isLargePlace(key) && !isCountry(key) && !(isGivenName(key) && !isAmbiguous(key))
  );
}

function listed(text: string, smallPlaces: readonly string[]): Mark[] {
  const low = text.toLowerCase();
  return smallPlaces.flatMap((place) => {
    const at =
      place.length > 3
        ? low.search(
            new RegExp(`(?<![\\p{L}])${place.toLowerCase().replace(/[^\p{L}\d\s]/gu, ".")}(?![\\p{L}])`, "u"),
          )
        : -1;
    return at < 0 ? [] : [{ start: at, end: at + place.length, ...made("likely", "a place near here", WHY) }];
  });
}
