import { LEFT_OUT, type Mark } from "../mark.ts";
import { marksOf, sentenceAround } from "./matches.ts";

const MONTHS = [
  "jan(?:uary)?",
  "feb(?:r?uary)?",
  "mar(?:ch)?",
  "apr(?:il)?",
  "may",
  "june?",
  "july?",
  "aug(?:ust)?",
  "sept?(?:ember)?",
  "oct(?:ober)?",
  "nov(?:e?mber)?",
  "dec(?:ember)?",
];
const MONTH = `(?:${MONTHS.join("|")})`;
const DAY = "(?:the\\s+)?(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+(?:the\\s+)?)?";
const NUMBER = "(?:[0-2]?\\d|3[01])(?:\\s?(?:st|nd|rd|th))?";
const ORDINAL =
  "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-?\\s?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty-?\\s?first)";
const YEAR =
  "(?:,?\\s*(?:of\\s+)?['’]?(?:(?:19|20)\\d{2}|(?:two thousand(?: and)? \\w+|twenty (?:oh \\w+|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?))(?!\\p{L})|\\d{2}(?!\\d|\\s?(?:children|pupils|of|per|hours|minutes))))?";
const WORDED = new RegExp(
  `(?<![\\p{L}\\d£])(?<it>${DAY}(?:${NUMBER}|${ORDINAL})\\s+(?:day\\s+)?(?:of\\s+)?${MONTH}\\b(?:\\.(?=\\s?\\d))?${YEAR})(?![\\p{L}\\d])`,
  "giu",
);
const MONTH_FIRST = new RegExp(
  `(?<![\\p{L}\\d])(?<it>${DAY}${MONTH}\\.?\\s+(?:the\\s+)?(?:${NUMBER}|${ORDINAL})(?![\\d:]|\\s?(?:%|am|pm|hours|children|weeks|months|years|days|pupils|of\\s+the))${YEAR})(?![\\p{L}\\d])`,
  "giu",
);
const DIGITS =
  /(?<![\p{L}\d/.\-£])(?<it>(?:[0-2]?\d|3[01])\s?(?:\/|\.|-|–)\s?(?:0?[1-9]|1[0-2])\s?(?:\/|\.|-|–)\s?(?:(?:19|20)\d{2}|\d{2}))(?![\p{L}\d/-])/gu;
const ISO = /(?<![\d-])(?<it>(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01]))(?![\d-])/gu;
const BORN = new RegExp(
  `\\b(?:born|birth|dob|d\\.o\\.b\\.?|birthday|birthdate)\\b[^.!?\\n]{0,24}?\\b(?<it>${MONTH}\\.?\\s+(?:of\\s+)?(?:19|20)\\d{2}|(?:0?[1-9]|1[0-2])/(?:19|20)\\d{2})`,
  "giu",
);
const FEAST =
  /(?<![\p{L}])(?<it>(?:christmas (?:day|eve)|boxing day|new year['’]?s (?:day|eve)|halloween|valentine['’]?s day|bonfire night|easter sunday|good friday|st george['’]?s day)(?:\s+(?:of\s+|in\s+)?(?:(?:19|20)\d{2}))?)/giu;
/** Written on in other ways: "13-Feb-2013", "14th of the 3rd 2015", "2015.03.14". */
const OTHERWISE = new RegExp(
  `(?<![\\p{L}\\d£/.-])(?<it>(?:[0-2]?\\d|3[01])[-/. ]?${MONTH}[-/. ]?['’]?(?:(?:19|20)\\d{2}|\\d{2})|(?:the\\s+)?(?:[0-2]?\\d|3[01])(?:st|nd|rd|th)\\s+(?:of\\s+)?the\\s+(?:\\d{1,2}(?:st|nd|rd|th)|${ORDINAL})(?:,?\\s+(?:of\\s+)?(?:(?:19|20)\\d{2}|\\d{2}))?|(?:19|20)\\d{2}[./](?:0?[1-9]|1[0-2])[./](?:[0-2]?\\d|3[01]))(?![\\p{L}\\d/-])`,
  "giu",
);
/** After a word for birth any three or two numbers are one: "dob 7 4 15", "born 14/3". */
const BORN_DIGITS =
  /\b(?:born|birth|dob|d\.o\.b\.?|birthday|birthdate)\b[^.!?\d\n]{0,24}?(?<it>(?:[0-2]?\d|3[01])\s?[\s./,-]\s?(?:0?[1-9]|1[0-2])(?:\s?[\s./,-]\s?(?:(?:19|20)\d{2}|\d{2}))?)(?![\d/]|\s?(?:weeks?|months?|years?|days?|lbs?|oz|kg|am|pm))/giu;
/** A day without its year: "on 14/3", not "24/7" or a half. */
const YEARLESS =
  /\b(?:on|since|until|till|from|dated|by)\s(?:the\s)?(?<it>(?:[12]?\d|3[01])[/.](?:0?[3-9]|1[0-2]))(?![\d/.%]|\.\d|\s?(?:am|pm|hours?|miles|%))/giu;
/** "tues 12th", "Friday the 3rd": a day of the week with its number. */
const WEEKDAY =
  /(?<![\p{L}\d])(?<it>(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?,?\s(?:the\s)?(?:[0-2]?\d|3[01])(?:st|nd|rd|th))(?![\p{L}\d])(?!\s(?:of\s)?(?:every|each))/giu;
/** "12sept", and a day alone: "on the 14th, at the panel". */
const RUN_ON = new RegExp(
  `(?<![\\p{L}\\d£/.-])(?<it>(?:[0-2]?\\d|3[01])(?:st|nd|rd|th)?${MONTH})(?![\\p{L}\\d/-])|(?<=\\bon\\s)(?:the\\s)(?:(?:[0-2]?\\d|3[01])(?:st|nd|rd|th)|${ORDINAL})(?=[.,;!?)]|\\n|$|\\s(?:of|and|she|he|they|we|i|it|my|our|when|at|to|after|before|but|with|a)\\b)`,
  "giu",
);
/** A day that is everybody's: of a law, a deadline, a lockdown. */
const PUBLIC =
  /\b(?:deadline|by law|statutory|regulations?|the act|came into force|every year|each year|national|lockdown|parliament|government|election|the law|pandemic|covid)\b/;
const BIRTH = /\b(?:born|birth|dob|d\.o\.b|birthday|turned|turns|birthdate)\b/;
const SEASONS = [
  "winter",
  "winter",
  "spring",
  "spring",
  "spring",
  "summer",
  "summer",
  "summer",
  "autumn",
  "autumn",
  "autumn",
  "winter",
];

/** Dates to the day near a child; months only where somebody was born in them. */
export function findDates(text: string): Mark[] {
  const dated = [WORDED, MONTH_FIRST, DIGITS, ISO, OTHERWISE, YEARLESS, WEEKDAY, RUN_ON].flatMap((pattern) =>
    marksOf(text, pattern, (found, _, at) => judge(text, found, at)),
  );
  const born = [BORN, BORN_DIGITS].flatMap((pattern) =>
    marksOf(text, pattern, (found) => made("sure", found, true)),
  );
  const feasts = marksOf(text, FEAST, (found, _, at) => {
    const isNear =
      /\d{4}$/.test(found) ||
      /\b(?:born|hospital|restrained|excluded|died|ambulance|police|moved|discharged|admitted|since|turned|arrested)\b/.test(
        sentenceAround(text, at, at + found.length),
      );
    return isNear
      ? made("likely", found, /\bborn\b/.test(sentenceAround(text, at, at + found.length)))
      : undefined;
  });
  return [...dated, ...born, ...feasts].map((mark) => withOn(text, mark));
}

/** "On 14 March 2024" becomes "in spring 2024": the "on" goes with the day. */
function withOn(text: string, mark: Mark): Mark {
  const on = /\bon\s+$/iu.exec(text.slice(Math.max(0, mark.start - 8), mark.start))?.[0];
  if (on === undefined || mark.replacement === LEFT_OUT) return mark;
  const isYearless = mark.replacement.startsWith("that");
  return {
    ...mark,
    start: mark.start - on.length,
    replacement: `${isYearless ? "" : "in "}${mark.replacement}`,
  };
}

function judge(text: string, found: string, at: number): Omit<Mark, "start" | "end"> | undefined {
  const around = sentenceAround(text, at, at + found.length);
  const isBirth = BIRTH.test(around);
  if (!isBirth && PUBLIC.test(around)) return undefined;
  if (/^may\s+\d/.test(found)) return undefined;
  return made(isBirth ? "sure" : "likely", found, isBirth);
}

function made(certainty: "sure" | "likely", found: string, isBirth: boolean): Omit<Mark, "start" | "end"> {
  return {
    kind: "date",
    certainty,
    why: isBirth
      ? "A date of birth is the first thing by which a child is looked up."
      : "An exact day can be matched with a school's or a council's diary; a season says as much to a reader.",
    replacement: isBirth ? LEFT_OUT : seasonOf(found),
  };
}

/** "spring 2024" for "14 March 2024". */
export function seasonOf(found: string): string {
  const low = found.toLowerCase();
  const year =
    /(?:19|20)\d{2}/.exec(low)?.[0] ??
    (/[/.\-–'’\s](\d{2})$/.exec(low)?.[1] ? `20${/(\d{2})$/.exec(low)?.[1]}` : "");
  const worded = MONTHS.findIndex((month) => new RegExp(`\\b${month}\\b`).test(low));
  const iso = /^\d{4}-(\d\d)/.exec(low)?.[1];
  const digits = iso ?? /^\d{1,2}\s?[/.\-–]\s?(\d{1,2})/.exec(low)?.[1];
  const month =
    worded >= 0 ? worded : digits ? Number(digits) - 1 : /christmas|boxing|new year/.test(low) ? 11 : -1;
  const season = SEASONS[month];
  return season === undefined
    ? "that day"
    : `${year === "" ? "that " : ""}${season}${year === "" ? "" : ` ${year}`}`;
}
