const UNIT = "one|two|three|four|five|six|seven|eight|nine";
const COUNT = `(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\\s](?:${UNIT}))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|${UNIT})`;
const NUMBER = `(?:\\d{1,4}\\s?[a-h]?|${COUNT})`;
const ROAD =
  "(?:street|road|rd|lane|ln|avenue|ave|close|drive|crescent|cres|terrace|grove|gardens|mews|row|walk|way|rise|cottages|parade|wynd|brae|square|court|place|hill|view|green|buildings|villas|house|tower|towers|heights|flats|maltings|paddocks?|orchards?|meadows?|limes|elms|firs|laurels|hollies|quay|wharf|mill|estate|lodge)";
const NAME =
  "(?!(?:the|a|an|my|our|his|her|their|this|that|same|whole|long|right|wrong|down|on|up|in|of|to|and|or|at|each|every|no|one|main|high|other|first|next|last|busy|dirt|open)\\s)[\\p{L}][\\p{L}'’.-]+";
const PATTERNS: readonly RegExp[] = [
  // "number 14 down Acacia Road", "no. 6 on the Crescent", "number nine"
  `(?<![\\p{L}\\d])(?:(?:house\\s)?number|no\\.?|nr\\.?)\\s${NUMBER},?\\s(?:(?:down|on|in|along|up|of|at|over|round)\\s)?(?:the\\s)?(?:${NAME}\\s){0,3}${ROAD}(?!\\p{L})`,
  // "forty one Acacia Road"
  `(?<![\\p{L}\\d])${COUNT}\\s(?:${NAME}\\s){1,2}(?:street|road|lane|avenue|close|drive|crescent|terrace|grove|gardens|mews|row|cottages|court)(?!\\p{L})`,
  // "flat 3b", "Flat 12, Mandela House"
  `(?<![\\p{L}\\d])(?:flat|apartment|apt|maisonette|caravan|pitch|bedsit)\\s(?:number\\s|no\\.?\\s)?(?:\\d{1,3}\\s?[a-h]?|[a-h])(?![\\p{L}\\d])(?:,?\\s(?:(?:at|in|on|of)\\s)?(?:the\\s)?(?:(?:\\d{1,4}[a-h]?|${NAME})\\s){0,3}${ROAD}(?!\\p{L}))?`,
  // "off church lane", "lives down mill street"
  `(?<=(?<!\\p{L})(?:down|along|off|up|round|live on|lives on|lived on|living on|house on|flat on|end of|top of|bottom of|corner of|home on|home to|back to)\\s(?:the\\s)?)(?:${NAME}\\s){1,2}(?:street|road|rd|lane|avenue|ave|close|drive|crescent|terrace|grove|gardens|mews|cottages)(?!\\p{L})`,
].map((pattern) => new RegExp(pattern, "giu"));
const CAPITAL: readonly RegExp[] = [
  // "Hillview caravan park", "the Ferrier Estate", "Mandela House flats"
  /(?<![\p{L}])(?:\p{Lu}[\p{L}'’-]+\s){1,3}(?:caravan park|mobile home park|traveller site|gypsy site|holiday park|park homes|flats|towers|tower block|maisonettes)(?!\p{L})/gu,
  // "Rose Cottage"
  /(?<![\p{L}])(?:\p{Lu}[\p{L}'’-]+\s){1,2}(?:Cottage|Farmhouse|Barn|Bungalow|Rectory|Vicarage|Smallholding|Farm)(?!\p{L}|\s(?:Primary|School|Academy|Nursery|Infants|Juniors|Junior|Infant|Hospital|College))/gu,
  // "the pub on Church Hill", "the chip shop in Alma Street"
  /(?<![\p{L}])(?:above|over|behind|beside|opposite|by|next(?: door)? to|across from|round the corner from)\sthe\s(?:[\p{L}'’-]+\s){1,4}(?:on|in|at|down|off)\s(?:the\s)?(?:\p{Lu}[\p{L}'’-]+)(?:\s\p{Lu}[\p{L}'’-]+){0,2}/gu,
  // "above the Red Lion", "lives next to the Bluebell Inn"
  /(?<=(?:\blive|\blives|\bliving|\bflat|\bhouse|\bhome)\s(?:just\s|right\s)?(?:above|over|behind|beside|opposite|by|next(?: door)? to|across from|round the corner from)\s)(?:the\s)?\p{Lu}[\p{L}'’-]+(?:\s(?:and|&)?\s?\p{Lu}[\p{L}'’-]+){0,3}/gu,
  // "we live at no 5", "moved to 27 The Larches"
  /(?<=\b(?:live|lives|living|lived|moved|address|house|flat|home|stay|staying|come|came|round)\s(?:\p{L}+\s){0,2}?(?:at|to|in|is|number)\s)(?:(?:no\.?|number)\s)?\d{1,3}[a-h]?,?\s(?:[Tt]he\s)?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2}/gu,
  /(?<=\b(?:live|lives|living|lived)\s(?:at\s)?)(?:no\.?|number)\s\d{1,3}[a-h]?(?![\p{L}\d])/gu,
  // "a house called Tall Trees"
  /(?<=\b(?:house|cottage|bungalow|home|farm|boat|caravan|flat|place)\s(?:is\s|was\s)?(?:called|named)\s)(?:[Tt]he\s)?\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2}/gu,
  // "the Old Forge, Bredon"
  /(?<![\p{L}])[Tt]he\s(?:Old\s)(?:Forge|Mill|School(?:house)?|Rectory|Vicarage|Bakery|Post Office|Chapel|Barn|Smithy|Manse|Dairy|Station|Stables|Coach House)(?!\p{L})/gu,
];
/** In no street of anybody's: "one long road", "no way". */
const PLAIN =
  /\b(?:is|was|were|are|be|has|had|have|he|she|it|we|they|you|i|who|which|what|not|will|would|could|can|going|went|goes|years?|months?|weeks?|days?|hours?|minutes?|times?|children|people|kids|schools?|teachers?|emails?|letters?|miles|pages|different|thing|half|good|bad|of|to|for|from|by|with|and|or|in|at|a|an|his|her|my|our|their|your|this|that|drive|walk)\s/i;

/** Addresses as they are spoken: numbers in words, a flat alone, a house's name, a pub and its street. */
export function findSpokenAddresses(text: string): { start: number; end: number }[] {
  return [...PATTERNS, ...CAPITAL].flatMap((pattern, at) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index }) =>
      at < 4 && at !== 2 && PLAIN.test(restOf(found)) ? [] : [{ start: index, end: index + found.length }],
    ),
  );
}

/** What stands between the number and the road, with its last word. */
function restOf(found: string): string {
  return found
    .replace(/^(?:(?:house\s)?number|no\.?|nr\.?)\s/i, "")
    .replace(/^\S+\s(?:down|on|in|along|up|of|at|over|round)\s/i, "");
}
