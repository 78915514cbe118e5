import type { Mark } from "../mark.ts";
import { marksOf } from "./matches.ts";

const WHY = "A postcode is about fifteen homes; even its first half is a small part of a town.";
const AREAS =
  "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE";
const OUT = `(?:${AREAS})[0-9O][0-9A-Z]?`;
const GAP = "[\\s\\u00a0.\\-–]{0,2}";
const FULL = new RegExp(
  `(?<![\\p{L}\\d£])(?<it>${OUT}${GAP}[0-9O][\\s\\u00a0]?[ABD-HJLNP-UW-Z]{2})(?![\\p{L}\\d])`,
  "giu",
);
/** Letter by letter: "W R 5 2 N P". */
const SPELLED =
  /(?<![\p{L}\d])(?<it>[A-Z](?:[\s\u00a0.-]{1,2}[A-Z])?(?:[\s\u00a0.-]{1,2}\d){1,2}(?:[\s\u00a0.-]{1,2}[A-Z])?[\s\u00a0.-]{1,3}\d[\s\u00a0.-]{1,2}[ABD-HJLNP-UW-Z][\s\u00a0.-]{1,2}[ABD-HJLNP-UW-Z])(?![\p{L}\d])/giu;
const OUTWARD = new RegExp(
  `\\b(?:in|near|from|to|around|of|postcode|postcode is|postcode:|live|lives|living|area|across|outside)\\s+(?:the\\s+)?(?<it>(?:${AREAS})\\d{1,2}[A-Z]?)(?![\\p{L}\\d/]|\\s?\\d{1,3}\\b|\\s(?:motorway|road|junction|paper|vitamin|services|level|form|bus|battery))`,
  "giu",
);
const OUTWARD_AFTER = new RegExp(
  `(?<![\\p{L}\\d])(?<it>(?:${AREAS})\\d{1,2}[A-Z]?)(?=\\s+(?:area|postcode|post code|district)\\b)`,
  "giu",
);
/** Alone, as in a list or after a street: "17 Mill Terrace, BD22"; two letters, which no road or form has. */
const LONE = new RegExp(
  `(?<![\\p{L}\\d£/-])(?<it>(?:${AREAS.split("|")
    .filter((area) => area.length === 2)
    .join("|")})\\d{1,2}[A-Z]?)(?![\\p{L}\\d/-]|\\s?\\d|\\s(?:form|level|battery|paper))`,
  "giu",
);
/** With the first digit of its second half: "HR9 5". */
const SECTOR = new RegExp(
  `(?<![\\p{L}\\d£/-])(?<it>(?:${AREAS.split("|")
    .filter((area) => area.length === 2)
    .join(
      "|",
    )})\\d{1,2}[A-Z]?\\s\\d)(?![\\p{L}\\d/:-]|[.,]\\d|\\s(?:years?|months?|weeks?|days?|hours?|times|miles|children|pages))`,
  "gu",
);
const SAID = new RegExp(
  `\\b(?:postcode|post code)\\s(?:is\\s|area\\s|of\\s|begins\\s|starts\\s|with\\s)*(?<it>(?:${AREAS})\\s?\\d{1,2}[A-Z]?)(?![\\p{L}\\d])`,
  "giu",
);
const LETTER =
  /(?<=\p{L}{3}[,)]?\s)(?<it>(?:[BEGLNSW]\d{1,2}[A-Z]?))(?=[.,;)!?]|\s(?:and|so|but|which|where|we)\b|$)/gu;
/** Gases, texts, years, marks that are written as such. */
const LONELIKE =
  /^(?:co2|so2|me2|fy\d\d|pe\d|la\d|sp\d|sa[1-4]|ct1|ox\d[a-z]|dt1|ip\d|hr\d{2}|cr7|ll\d|po\d)$/i;
/** Motorways, roads and vitamins that look like the first half of a postcode. */
const ROADLIKE = /^(?:[ABM]\d{1,2}|E\d|S\d|L\d|N\d|W\d|G\d)$/i;

/** Postcodes, whole or their first half, also spelled out. */
export function findPostcodes(text: string): Mark[] {
  return [
    ...marksOf(text, FULL, (found) => {
      if (/^[a-z]{1,2}o/i.test(found) && !/\d/.test(found.slice(0, 4))) return undefined;
      return /\d/.test(found) ? made("sure") : undefined;
    }),
    ...marksOf(text, SPELLED, (found) => (readsAsPostcode(found) ? made("likely") : undefined)),
    ...marksOf(text, OUTWARD, (found, _, at) => (isRoad(text, found, at) ? undefined : made("likely"))),
    ...marksOf(text, OUTWARD_AFTER, () => made("likely")),
    ...marksOf(text, LONE, (found) =>
      LONELIKE.test(found) || (found !== found.toUpperCase() && found !== found.toLowerCase())
        ? undefined
        : made("perhaps"),
    ),
    ...[SECTOR, SAID].flatMap((pattern) => marksOf(text, pattern, () => made("perhaps"))),
    ...marksOf(text, LETTER, (_found, _, at) =>
      /\b(?:live|living|lives|home|moved|based|street|road|lane|close|terrace|avenue|flat|estate|london|leeds|birmingham|sheffield|manchester|liverpool|glasgow|school|academy|primary)\b[^.!?\n]{0,24}$/i.test(
        text.slice(Math.max(0, at - 60), at),
      )
        ? made("perhaps")
        : undefined,
    ),
  ];
}

function made(certainty: "sure" | "likely" | "perhaps"): Omit<Mark, "start" | "end"> {
  return { kind: "postcode", certainty, why: WHY, replacement: "our area" };
}

function readsAsPostcode(found: string): boolean {
  return new RegExp(`^${OUT}\\d[A-Z]{2}$`, "i").test(found.replace(/[^a-z\d]/gi, ""));
}

/** "the M5 motorway", "down the A38": a road is no home; "B29" in "live in B29" is. */
function isRoad(text: string, found: string, at: number): boolean {
  if (!ROADLIKE.test(found)) return false;
  const before = text.slice(Math.max(0, at - 24), at).toLowerCase();
  if (/(?:^|\s)the\s+$/.test(before) || (/^[am]/i.test(found) && !/^m\d/i.test(found))) return true;
  return /^m\d/i.test(found) && !/(?:live|lives|living|home|area|postcode)\b[^.]*$/.test(before);
}
