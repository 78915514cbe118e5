import { LEFT_OUT, type Mark } from "../mark.ts";
import { marksOf, sentenceAround } from "./matches.ts";

const NOW = /(?<![\p{L}\d/])(?<it>[A-HJ-PR-Y]{2}\s?(?:0[1-9]|[1-7]\d)\s?[A-HJ-PR-Z]{3})(?![\p{L}\d/])/giu;
const FORMER =
  /(?<![\p{L}\d/])(?<it>[A-HJ-NPR-TV-Y]\s?\d{1,3}\s?[A-HJ-PR-Y]{3}|[A-HJ-PR-Y]{3}\s?\d{1,3}\s?[A-HJ-NPR-TV-Y]|[A-Z]{1,3}\s?\d{2,4})(?![\p{L}\d/])/gu;
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
      /[A-Z]{3}$/.test(found) || (/^[a-z]{2}\d\d\s?[a-z]{3}$/.test(found) && isCar(text, found))
        ? made("sure")
        : undefined,
    ),
    ...marksOf(text, FORMER, (found, _, at) => {
      const around = sentenceAround(text, at, at + found.length);
      const isPlain = /^[A-Z]{1,3}\s?\d{2,4}$/.test(found);
      const isSaid = isPlain ? /\b(?:reg|registration|plate)\b/.test(around) : CAR.test(around);
      return isSaid ? made("likely") : undefined;
    }),
  ];
}

function isCar(text: string, found: string): boolean {
  const at = text.indexOf(found);
  return CAR.test(sentenceAround(text, at, at + found.length));
}
