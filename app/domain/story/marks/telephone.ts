import { LEFT_OUT, type Mark } from "../mark.ts";
import { marksOf } from "./matches.ts";

const WHY = "A telephone number lets anybody ring the family.";
const DIGITS =
  /(?<![\p{L}\d£/])(?<it>(?:\+|00)?\(?\+?[\dO](?:[\s\u00a0().\-–/]{0,3}[\dOo]){8,14})(?![\p{L}\d/])/gu;
const SHORT =
  /\b(?:call|ring|text|tel|telephone|phone|mobile|mob|landline|(?<!\b(?:case|claim|ehcp?|plan|ref|reference|crime|complaint|appeal|hospital|patient|pupil|student|account|file|log|incident|nhs|upn|ticket|court|reg(?:istration)?)\s)number|whatsapp)\b[\s\p{L}:.']{0,24}?(?<it>\d{3}[\s-]?\d{3,4})(?![\d/])/giu;
const WORDS: Readonly<Record<string, string>> = {
  ...{
    zero: "0",
    oh: "0",
    o: "0",
    nought: "0",
    one: "1",
    two: "2",
    three: "3",
    four: "4",
    five: "5",
    six: "6",
  },
  ...{ seven: "7", eight: "8", nine: "9", double: "D", treble: "T", triple: "T", hundred: "H" },
};
const SPELLED = new RegExp(
  `(?<![\\p{L}\\d])(?<it>(?:(?:plus\\s+)?(?:${Object.keys(WORDS).join("|")}|\\d+))(?:[\\s\\u00a0,.\\-–]{1,3}(?:${Object.keys(WORDS).join("|")}|\\d+)){2,16})(?![\\p{L}\\d])`,
  "giu",
);
/** Helplines and services that belong to nobody. */
const PUBLIC = /^(?:0800|0808|0300|0303|0330|0333|0345|0344|0370|0845|0843|0870|0871|116\d|999|111|101)/;

/** Telephone numbers of the United Kingdom, in digits or in words; not those of helplines. */
export function findTelephones(text: string): Mark[] {
  return [
    ...marksOf(text, DIGITS, (found) =>
      isTelephone(found.replace(/[oO]/g, "0")) ? made("sure") : undefined,
    ),
    ...marksOf(text, SPELLED, (found) => (isSpelled(found) ? made("likely") : undefined)),
    ...marksOf(text, SHORT, (found) =>
      /^(?:19|20)\d\d$/.test(found) || PUBLIC.test(found) ? undefined : made("perhaps"),
    ),
  ];
}

function made(certainty: "sure" | "likely" | "perhaps"): Omit<Mark, "start" | "end"> {
  return { kind: "telephone", certainty, why: WHY, replacement: LEFT_OUT };
}

function isTelephone(found: string): boolean {
  const national = found
    .replace(/[^\d+]/g, "")
    .replace(/^(?:\+44|0044|44(?=[1-37]\d{8,9}$))0?/, "0")
    .replace(/^\+/, "");
  return /^0[12357]\d{8,10}$/.test(national) && !PUBLIC.test(national);
}

function isSpelled(found: string): boolean {
  const signs = found
    .toLowerCase()
    .split(/[\s\u00a0,.\-–]+/u)
    .map((word) => WORDS[word] ?? word)
    .join("")
    .replace(/D(\d)/g, "$1$1")
    .replace(/T(\d)/g, "$1$1$1")
    .replace(/(\d)H/g, "$100")
    .replace(/\D/g, "");
  return /[a-z]/i.test(found) && /^0[127]\d{7,10}$/.test(signs) && !PUBLIC.test(signs);
}
