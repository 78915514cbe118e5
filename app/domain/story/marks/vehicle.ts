import { LEFT_OUT, type Mark } from "../mark.ts";
import { marksOf, sentenceAround } from "./matches.ts";
import { isGivenName, isOrdinary } from "./vocabulary.ts";

const NOW =
  /(?<![\p{L}\d/])(?<it>[A-HJ-PR-Y]{2}[\s-]?(?:[0O][1-9]|[1-7][\dO])[\s-]?[A-HJ-PR-Z]{3}|[A-HJ-PR-Y]\s[A-HJ-PR-Y]\s?[0-7]\s?\d\s?[A-HJ-PR-Z]\s[A-HJ-PR-Z]\s[A-HJ-PR-Z])(?![\p{L}\d/])/giu;
const FORMER =
  /(?<![\p{L}\d/])(?<it>[A-HJ-NPR-TV-Y]\s?\d{1,3}\s?[A-HJ-PR-Y]{3}|[A-HJ-PR-Y]{3}\s?\d{1,3}\s?[A-HJ-NPR-TV-Y]|[A-Z]{1,3}\s?\d{2,4})(?![\p{L}\d/])/giu;
const CAR =
  /\b(?:reg|registration|number ?plate|plate|taxi|car|van|minibus|bus|vehicle|driver|galaxy|transit|cab)\b/;

/** Number plates: of today by their shape, older ones beside a word for a car. */
export function findVehicles(text: string): Mark[] {
  const made = (certainty: "sure" | "likely"): Omit<Mark, "start" | "end"> => ({
    kind: "vehicle",
    certainty,
    why: "A number plate leads to a driver, a firm, a route and the child in it.",
    replacement: LEFT_OUT,
  });
  return [
    ...marksOf(text, NOW, (found) =>
      /[A-Z]{3}$/.test(found) ||
      isLoosePlate(found) ||
      (!/\s/.test(found) && /\d\d/.test(found)) ||
      isCar(text, found)
        ? made("sure")
        : undefined,
    ),
    ...marksOf(text, FORMER, (found, _, at) => {
      const around = sentenceAround(text, at, at + found.length);
      const isPlain = /^[A-Z]{1,3}\s?\d{2,4}$/i.test(found);
      const isWords = found !== found.toUpperCase() && /\s/.test(found);
      const isSaid =
        isPlain || isWords
          ? /\b(?:reg|registration|plate)\b/.test(around) && isNoWord(found)
          : CAR.test(around);
      return isSaid ? made("likely") : undefined;
    }),
  ];
}

/** "wr 19 abc": no part of it a word. */
function isLoosePlate(found: string): boolean {
  const [first = "", last = ""] = found.toLowerCase().split(/[\s-]?\d[\do][\s-]?/);
  return (
    /^[a-z]{3}$/.test(last) &&
    !isOrdinary(last) &&
    !isGivenName(last) &&
    !/^(?:in|at|on|of|to|is|by|my|no|me|we|he|as|am|an|be|do|go|if|it|or|so|up|us|yr|pg|ks|nd|th|st|rd|ev|hi|ok|oh|pm)$/.test(
      first,
    )
  );
}

/** "the 14 bus": a word before a number is no plate. */
function isNoWord(found: string): boolean {
  return (
    found === found.toUpperCase() ||
    !/[a-z]{3}|^(?:in|at|on|of|to|is|by|my|no|a|i|yr|year|age)\s?\d/i.test(found)
  );
}

function isCar(text: string, found: string): boolean {
  const at = text.indexOf(found);
  return CAR.test(sentenceAround(text, at, at + found.length));
}
