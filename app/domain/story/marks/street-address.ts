import { LEFT_OUT, type Mark } from "../mark.ts";
import { marksOf } from "./matches.ts";
import { findSpokenAddresses } from "./spoken-address.ts";
import { isOrdinary } from "./vocabulary.ts";
import { foldWord } from "./words.ts";

const WHY = "An address tells where the child lives.";
const KIND =
  "(?:street|st|road|rd|lane|ln|avenue|ave|close|drive|crescent|cres|court|place|terrace|grove|gardens?|walk|way|hill|rise|row|mews|square|green|park|view|cottages?|croft|paddocks?|orchard|approach|parade|path|fields?|meadows?|gate|bank|end|wharf|quay|yard|common|heath|mead|chase|dell|vale|fold|wynd|brae|loan|buildings|villas|house|flats|tower|heights|lea|leys|drove|hollow|ridge)";
const STRICT =
  "(?:Street|Road|Rd|Lane|Avenue|Ave|Close|Drive|Crescent|Terrace|Grove|Gardens|Mews|Cottages|Parade|Wynd|Brae|Rise|Walk)";
const WORD = "[\\p{L}][\\p{L}'’.-]*";
const NUMBER = "\\d{1,4}\\s?[a-hA-H]?(?:\\s?[-–/]\\s?\\d{1,4}[a-h]?)?";
const FLAT = "(?:(?:[Ff]lat|[Aa]partment|[Aa]pt|unit|room|plot)\\s+\\w{1,4},?\\s+)";

const NUMBERED = new RegExp(
  `(?<![\\p{L}\\d£.,/:])(?<it>${FLAT}?(?:${WORD}\\s+(?:house|court|lodge|flats|tower|villa),?\\s+)?(?:no\\.?\\s*)?${NUMBER},?\\s+(?:the\\s+)?(?:${WORD}\\s+){0,3}?${KIND}(?:,\\s+(?:\\p{Lu}[\\p{L}'’]+\\s+){1,2}(?:${STRICT}))?)(?![\\p{L}])`,
  "giu",
);
const NAMED = new RegExp(
  `(?<![\\p{L}])(?<it>${FLAT}?(?:(?:The\\s+)?(?:\\p{Lu}[\\p{L}'’]+\\s+){0,2}?(?:Cottage|House|Farm|Forge|Lodge|Barn|Mill|Bungalow|Villa|Vicarage|Rectory|Court|Maltings|Gables|Hollies|Buildings),?\\s+)?(?!(?:On|In|At|From|To|Down|Along|Near|Our|My|His|Her|We)\\s)(?:\\p{Lu}[\\p{L}'’.-]*\\s+){1,3}?${STRICT})(?![\\p{L}])`,
  "gu",
);
const HOUSE =
  /(?<=\b(?:live|lives|living|home|moved|stay|staying|address|is|lived)\s(?:at|in|to|is|from)\s)(?<it>(?:The\s+)?(?:\p{Lu}[\p{L}'’]+\s+){1,2}(?:Cottages?|Farm|Lodge|Barn|Bungalow|Villa|Rectory|Vicarage|Flats|Court|House|Close|Estate))(?!\p{L})/gu;
const SMALL =
  /(?<=\b(?:live|lives|living|lived|house|flat|home)\s(?:on|in|at)\s)(?<it>(?!(?:a|an|the|my|our|his|her|this|that|one)\s)(?:[\p{L}'’-]+\s){1,2}(?:street|road|rd|lane|avenue|ave|close|drive|crescent|terrace|grove|gardens))(?!\p{L})/giu;
const UNKNOWN =
  /(?<![\p{L}'’-])(?<it>(?:(?<first>[\p{L}][\p{L}'’-]{3,})\s)(?:[\p{L}'’-]{3,}\s)?(?:road|rd|lane|avenue|ave|crescent))(?!\p{L})/giu;
const ESTATE = /\b(?:on|the|in)\s+(?<it>(?:\p{Lu}[\p{L}'’]+\s+){1,3}[Ee]state)(?!\p{L}|\s+(?:agent|car))/gu;
/** What has the shape of an address and is none. */
const PLAIN =
  /\b(?:downing|coronation|sesame|wall|great ormond|fleet|high|harley|old|long|main|same|whole|only|hard|rocky|attends|attended|attending|goes|went|has|had|who|which|are|were|now|then|year|old|children|people|families|parents|schools?|councils?|hours?|minutes?|weeks?|months?|years?|days?|miles?|pages?|pounds|per|times?|more|other|different|support|places?|in|out|of|to|for|from|by|at|on|with|and|or|is|was|a|an|his|her|my|each|every|way|this|that|it|we|he|she|they)\s/i;
const RISKY =
  /(?:way|place|end|hill|view|park|green|house|court|path|row|rise|walk|bank|gate|square|fields?|meadows?|garden|st|buildings|common|tower|heights|loan|unit|drive|close|chase)$/i;

/** Where somebody lives: number and street, a named house, a street or an estate alone. */
export function findStreetAddresses(text: string): Mark[] {
  return [
    ...marksOf(text, NUMBERED, (found) => (isAddress(found) ? made("sure") : undefined)),
    ...marksOf(text, NAMED, (found, _, at) => (isStreet(found, text, at) ? made("likely") : undefined)),
    ...marksOf(text, HOUSE, () => made("likely")),
    ...marksOf(text, SMALL, () => made("likely")),
    ...marksOf(text, UNKNOWN, (found, { first = "" }) =>
      isOrdinary(foldWord(first)) || PLAIN.test(`${found.toLowerCase()} `) ? undefined : made("perhaps"),
    ),
    ...findSpokenAddresses(text).map((at) => ({ ...at, ...made("likely") })),
    ...marksOf(text, ESTATE, (found) =>
      /^(?:The|A|An|Our|This|Council|Housing)\s/.test(found) ? undefined : made("perhaps"),
    ),
  ];
}

function made(certainty: "sure" | "likely" | "perhaps"): Omit<Mark, "start" | "end"> {
  return { kind: "street_address", certainty, why: WHY, replacement: LEFT_OUT };
}

/** "22 hazel close" is one; "20 hours of support in this way" is none: words of every day may not stand between. */
function isAddress(found: string): boolean {
  const middle = found.replace(/^.*?\d+\s?[a-h]?,?\s+/i, "");
  if (
    PLAIN.test(`${middle.toLowerCase()} `.replace(/^the\s/, "")) &&
    !/^(?:high|old|long|main)\s(?:street|road|lane)/i.test(middle)
  )
    return false;
  if (/^(?:the\s+)?\S+$/i.test(middle) && !/^(?:the|The)\s/.test(middle)) return false;
  return (
    !RISKY.test(middle) ||
    /\p{Lu}/u.test(middle) ||
    /^(?:flat|no)/i.test(found) ||
    !/^\d{1,2}\s(?:year|month|week|day|hour)/i.test(found)
  );
}

function isStreet(found: string, text: string, at: number): boolean {
  if (
    /^(?:The|A|An|This|That|Our|My|His|Her|Long|High|Main)\s/.test(found) ||
    /\b(?:Downing|Sesame|Wall|Harley|Coronation|High|Great Ormond)\s+Street/.test(found)
  )
    return false;
  const after = text.slice(at + found.length, at + found.length + 40);
  return !/^\s+(?:Primary|School|Academy|Nursery|Hospital|Infants|Juniors|High|College|Surgery|Centre|Medical|Clinic|Junior|Infant|Community|Special)/.test(
    after,
  );
}
