import { LEFT_OUT, type Mark } from "../mark.ts";
import { marksOf } from "./matches.ts";

const N =
  "(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|a)";
const YEARS = `${N}\\s?(?:years?|yrs?|y)\\.?(?:\\s+old)?`;
const MONTHS = `${N}\\s?(?:months?|mths?|mnths?|m)\\.?`;
const DAYS = `${N}\\s?(?:days?|weeks?|d|wks?)`;
const EXACT = new RegExp(
  `(?<![\\p{L}\\d])(?<it>${YEARS}(?:,?\\s*(?:and\\s+|&\\s*)?)${MONTHS}(?:(?:,?\\s*(?:and\\s+|&\\s*)?)${DAYS})?)(?![\\p{L}\\d])`,
  "giu",
);
const DAY = new RegExp(
  `(?<![\\p{L}\\d])(?<it>${YEARS}(?:,?\\s*(?:and\\s+|&\\s*)?)${DAYS})(?![\\p{L}\\d])`,
  "giu",
);
const HALF = new RegExp(
  `\\b(?:is|was|[hs]hes|[hs]he['’]s|aged?|turned|just|nearly|almost|at)\\s+(?<it>${N}(?:\\s*½|\\s+and\\s+(?:a\\s+(?:half|quarter)|three\\s+quarters)))(?![\\p{L}\\d])(?!\\s+(?:years?|months?|weeks?|days?|hours?|miles?|pages?|times|million|thousand|hundred|an?\\s)(?!\\s+old))`,
  "giu",
);
const BIRTHDAY =
  /(?<it>(?:turn(?:s|ed|ing)?|was|is|[hs]hes|[hs]he['’]s)\s+\w+\s+(?:today|yesterday|tomorrow|last\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|on\s+the\s+\d{1,2}(?:st|nd|rd|th)))(?![\p{L}])/giu;
/** Not an age: how long something took. */
const SPAN_BEFORE =
  /\b(?:for|took|after|within|over|about|waited|waiting|nearly|almost|than|last|past|lasted|of|spent|another|every)\s+(?:\w+\s+)?$/i;
const AGE_NEAR = /\b(?:aged?|old|was|is|turned|at|be|being|when|he|she)\b/i;

/** Ages to the month and the day. */
export function findAges(text: string): Mark[] {
  const half = marksOf(text, HALF, (found) => made(found));
  const exact = [EXACT, DAY].flatMap((pattern) =>
    marksOf(text, pattern, (found, _, at) => {
      const before = text.slice(Math.max(0, at - 30), at);
      const isSaid =
        /\bold\b/i.test(found + text.slice(at + found.length, at + found.length + 6)) ||
        /\baged?\s+$/i.test(before);
      const isAside =
        /[,(–—]\s*$/.test(before) &&
        /^\s*[,.;)–—]|^$/.test(text.slice(at + found.replace(/\.$/, "").length, at + found.length + 3));
      if (
        !isSaid &&
        !isAside &&
        (SPAN_BEFORE.test(before) ||
          !AGE_NEAR.test(`${before} ${text.slice(at + found.length, at + found.length + 24)}`))
      )
        return undefined;
      return made(found);
    }),
  );
  return [
    ...exact,
    ...half,
    ...marksOf(text, BIRTHDAY, (found) =>
      /\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)\b/i.test(
        found,
      )
        ? made(found)
        : undefined,
    ),
  ];
}

function made(found: string): Omit<Mark, "start" | "end"> {
  const years = new RegExp(`^(?<it>${N})\\s?(?:y|½|and)`, "i").exec(found)?.groups?.it;
  return {
    kind: "age",
    certainty: "likely",
    why: "An age to the month or the day is as good as a date of birth.",
    replacement: years === undefined ? LEFT_OUT : years,
  };
}
