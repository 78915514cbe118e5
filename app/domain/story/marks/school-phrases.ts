import { isCountry } from "./countries.ts";
import { isGivenName, isLargePlace, isOrdinary } from "./vocabulary.ts";
import { foldWord } from "./words.ts";

const CAPITALS =
  "\\p{Lu}[\\p{L}'’-]+(?:\\s(?:(?:of|the|on|upon|in|le|à|y|na|and|&)\\s)?\\p{Lu}[\\p{L}'’-]+){0,3}";
const SETTING =
  "(?:school|primary|infants|juniors|secondary|high school|nursery|academy|college|pre-?school|playgroup|sixth form|pru|unit|base|centre|clinic|club|hub|setting|provision|hospital|childminder)";
const PATTERNS: readonly { pattern: RegExp; isPlace: boolean }[] = [
  // "the primary in Malvern Link", "the Children's Centre on Mill Street"
  {
    pattern: new RegExp(
      `(?<![\\p{L}])(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Oo]ur|[Mm]y)\\s(?:[\\p{L}'’-]+\\s){0,2}?)(?:${SETTING}|Centre|Nursery|Academy|College|Unit|Hub)\\s(?:in|on|at|near|off|by)\\s(?:the\\s)?(?<own>${CAPITALS})`,
      "gu",
    ),
    isPlace: true,
  },
  // groups of schools, and schools of other tongues: "Ark Burlington", "UTC Swindon", "Gaelscoil na Móna"
  {
    pattern:
      /(?<![\p{L}])(?:Ark|ARK|Oasis|Harris|Outwood|Dixons|Ormiston|E-ACT|UTC|Academy|Gaelscoil|Gaelcholáiste|Coláiste|Coleg|Bunscoil|Bun-sgoil|Scoil|Sgoil|Lycée|Cylch Meithrin)\s(?:(?:na|an|y|yr|of|the|at)\s)?(?:\p{Lu}[\p{L}'’-]+|\d{2,4})(?:\s\p{Lu}[\p{L}'’-]+){0,2}/gu,
    isPlace: false,
  },
  // "a school called Two Mile Hill", "our school (Ashley Down)"
  {
    pattern: new RegExp(
      `(?<=(?:school|nursery|college|unit|placement|setting|academy|club|playgroup|pre-?school|primary|provision|church)(?:(?:,?\\s(?:is|was|it['’]s|its))?,?\\s(?:called|named)\\s|\\s?\\())(?:[Tt]he\\s)?${CAPITALS}`,
      "gu",
    ),
    isPlace: false,
  },
  {
    pattern:
      /(?<=(?:school|nursery|college|unit|placement|setting|academy|club|playgroup|pre-?school|primary|provision|church)(?:\s(?:is|was|its))?\s(?:called|named)\s)(?:the\s)?(?!(?:the|him|her|me|us|them|a|an|it|and|to|in|on|at|for|by|my|our|out|back|again|every|off|when|social)(?!\p{L}))\p{Ll}[\p{L}'’-]{3,}(?:\s(?:park|view|house|hill|lodge|grange|manor|bank|wood|fields?|bridge|gate|castle|croft|lane|hall|cross|mount|vale|green))?/gu,
    isPlace: false,
  },
  // as nurseries like to be called, with or without capitals
  {
    pattern:
      /(?<![\p{L}])(?:the\s)?(?:tiny|little|busy|happy|bright|rising|wee|twinkle|teddy|humpty|jolly|cheeky|noah['’]?s|rainbow|wacky|buttercup|daisy|buzzy|curious|sticky|smarty|mini|kool|cool|bright)\s(?:tots|toes|owls|bees|acorns|stars|sparks|feet|steps|explorers|monkeys|ducklings|ducks|angels|gems|rascals|bears|dumpty|arks?|fishes|learners|wonders|teds|pickles|treasures|scholars|fingers|hands|pandas|dragons|einsteins|adventurers|beans|seeds|buttons|chicks|sunbeams|house|kidz|kids|pants|minds|horizons|footsteps)(?:\s(?:nursery|pre-?school|playgroup|day nursery|childcare))?(?![\p{L}])/giu,
    isPlace: false,
  },
  // after a bishop, a king, a knight: "at bishop perowne"
  {
    pattern:
      /(?<=(?<![\p{L}])(?:at|to|from|in|into|of|left|attends|outside)\s)(?:bishop|king|queen|sir|lady|lord|cardinal|archbishop|princess|prince|duke|thomas|john|robert|edward|henry|william|elizabeth)\s(?!of\s|the\s|and\s|is\s|was\s|said\s|has\s|for\s|at\s|to\s|in\s|on\s|who\s|when\s|but\s|said\s|says\s|with\s|because\s|cos\s|about\s|the\s)[\p{L}'’-]{4,}/gu,
    isPlace: false,
  },
  // wards and hospitals
  {
    pattern:
      /(?<![\p{L}])(?:[Ww]ard\s\d{1,2}[a-zA-Z]?\s(?:at|in|of)\s(?:the\s)?(?:[\p{L}'’]+\s){0,2}(?:hospital|infirmary)|(?:the\s)?(?:royal|general|county|district|cottage)\s(?:infirmary|hospital)|(?:the\s)?\p{Lu}[\p{L}'’-]+\s(?:Royal|General|Vic|Infirmary)(?:\sInfirmary|\sHospital)?|[Gg]reat [Oo]rmond [Ss]treet(?:\s[Hh]ospital)?|[Aa]lder [Hh]ey|(?:the\s)?[Rr]oyal [Ff]ree|[Aa]ddenbrook(?:e['’]?)?s|(?:the\s)?QE(?:\s[Hh]ospital)?|[Ee]velina(?:\s[Ll]ondon)?|GOSH|gosh hospital|[Jj]immy['’]?s)(?![\p{L}])/gu,
    isPlace: false,
  },
];

/** Schools by the phrase around them, in tidy texts and in those without capitals. */
export function findSchoolPhrases(text: string): { start: number; end: number }[] {
  return PATTERNS.flatMap(({ pattern, isPlace }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index, groups }) =>
      isPlace && isTooLarge(groups?.own ?? "") ? [] : [{ start: index, end: index + found.length }],
    ),
  );
}

/** "The school in Leeds", "the unit on Monday": a town or a word, by which nobody is found. */
function isTooLarge(own: string): boolean {
  return own
    .split(/\s/)
    .map(foldWord)
    .every((word) => isLargePlace(word) || isCountry(word) || isOrdinary(word) || isGivenName(word));
}
