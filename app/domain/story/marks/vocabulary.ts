import { AMBIGUOUS_NAMES } from "./lists/ambiguous-names.ts";
import { COMMON_WORDS } from "./lists/common-words.ts";
import { AFRICAN_NAMES } from "./lists/names-african.ts";
import { ASIAN_NAMES } from "./lists/names-asian.ts";
import { BRITISH_NAMES } from "./lists/names-british.ts";
import { CELTIC_NAMES } from "./lists/names-celtic.ts";
import { EUROPEAN_NAMES } from "./lists/names-european.ts";
import { SHORT_NAMES } from "./lists/names-short.ts";
import { LARGE_PLACES } from "./lists/places.ts";
import { PROPER_WORDS } from "./lists/proper-words.ts";
import { foldWord } from "./words.ts";

const COMMON = words(COMMON_WORDS);
const PROPER = words(PROPER_WORDS);
const PLACES = words(LARGE_PLACES);
const AMBIGUOUS = words(AMBIGUOUS_NAMES);
const NAMES = words(
  [BRITISH_NAMES, CELTIC_NAMES, ASIAN_NAMES, AFRICAN_NAMES, EUROPEAN_NAMES, SHORT_NAMES].join(" "),
);
/** Endings that English gives to words and hardly to names. */
const WORDLIKE =
  /(?:ing|ed|ly|tions?|sions?|ments?|ness|ful|less|able|ible|ity|ities|ous|ive|ives|ances?|ences?|ists?|ships?|isms?|ically|wards?|where|thing|body|selves|ology|ical|ation|ers|ors|ies)$/;

/** Whether it is a word of every day, a body, a month, a make: by its letters no private name. */
export function isOrdinary(key: string): boolean {
  return COMMON.has(key) || PROPER.has(key) || hasOrdinaryParts(key);
}

/** Whether it is a common word, whatever else it may be. */
export function isCommonWord(key: string): boolean {
  return COMMON.has(key);
}

/** Whether it is a month, a body, a make, a language. */
export function isProperWord(key: string): boolean {
  return PROPER.has(key);
}

/** Whether it looks like an English word, listed or not. */
export function isWordlike(key: string): boolean {
  return key.length > 5 && WORDLIKE.test(key);
}

/** Whether it stands in the name of a council, a constituency or a large town. */
export function isLargePlace(key: string): boolean {
  if (PLACES.has(key)) return true;
  const parts = key.split("-");
  return (
    parts.length > 1 &&
    parts.every((part) => PLACES.has(part) || /^(?:on|in|upon|under|le|by|the|super|st)$/.test(part))
  );
}

/** Whether people are called so. Double names count by their parts. */
export function isGivenName(key: string): boolean {
  if (NAMES.has(key)) return true;
  const parts = key.split("-");
  return parts.length > 1 && parts.some((part) => part.length > 2 && NAMES.has(part) && !isAmbiguous(part));
}

/** Whether a name is also a common word, a month or a large place. */
export function isAmbiguous(key: string): boolean {
  return AMBIGUOUS.has(key) || COMMON.has(key) || PROPER.has(key) || PLACES.has(key);
}

function hasOrdinaryParts(key: string): boolean {
  const parts = key.split("-");
  return parts.length > 1 && parts.every((part) => COMMON.has(part) || PROPER.has(part));
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean).map(foldWord));
}
