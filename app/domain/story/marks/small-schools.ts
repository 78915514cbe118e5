import { looksLikeSchool } from "./school-words.ts";
import { isGivenName, isLargePlace, isOrdinary } from "./vocabulary.ts";
import type { Page, Word } from "./words.ts";

/** What follows here, without a capital too, is where a child goes. */
const GOING =
  /^(?:go|goes|went|going|gone|been|moved|start|starts|started|sent|expelled|excluded|offrolled|off-rolled|removed|transferred|place|spot|teacher|ta|senco|sendco|head|reception|nursery|pupil|escort|unit|base|switched|changed)$/;
/** Before "at": a school follows, though a town be called so too. */
const SCHOOLED =
  /^(?:place|spot|teacher|ta|senco|sendco|head|reception|nursery|pupil|unit|base|excluded|expelled)$/;
/** Last words of schools that are called after a place: "hanley castle", "tudor grange". */
const PLACED =
  /^(?:park|castle|royal|court|hall|green|bank|hill|house|manor|lodge|vale|priory|abbey|cross|mount|heath|wood|view|bridge|gate|field|fields|farm|grange|road|lane|street|cliff|rise|way)$/;
/** Schools and settings are called so alone: "the chase", "the orchard". */
const AFTER_THE =
  /^(?:chase|grange|orchard|orchards|willows|beeches|oaks|limes|elms|larches|pines|cedars|maples|priory|hollies|rowans|acorns|mount|vale|glebe|dell|croft|spinney|meadows|haven|warren|ridgeway|poplars|laurels|chestnuts|hawthorns|lindens|aspens|links|rookery|rydes|avenues|grove|bourne|forge|downs|copse|dales|fairway|coppice|gables)$/;

/**
 * Where the name of a school without a capital ends, as many type on a telephone; undefined where none begins at this
 * word: "a place at fort royal", "he went to the chase".
 */
export function endOfSmallSchool(page: Page, at: number): number | undefined {
  const { words } = page;
  const word = words[at];
  if (!word || word.isCapital || !/^[\s\u00a0]$|^,[\s\u00a0]$/u.test(word.gap)) return undefined;
  const hasThe = words[at - 1]?.key === "the";
  if (!isIntroduced(words, hasThe ? at - 1 : at)) return undefined;
  if (hasThe && AFTER_THE.test(word.key)) return at;
  const last = words[at + 1];
  if (!last || last.isCapital || !/^[\s\u00a0]$/u.test(last.gap) || word.isPossessive) return undefined;
  if (isSomebodys(word.key)) return undefined;
  if (isOrdinary(word.key) && !isTwoWords(word.key, last.key)) return undefined;
  if (isLargePlace(word.key) && !isSchooled(words, hasThe ? at - 2 : at - 1)) return undefined;
  return PLACED.test(last.key) || looksLikeSchool(last.key) ? at + 1 : undefined;
}

function isIntroduced(words: readonly Word[], at: number): boolean {
  const [verb, before, first] = [words[at - 2], words[at - 1], words[at]];
  if (!before || !first) return false;
  if (/^,/.test(first.gap)) return looksLikeSchool(before.key) && !isOrdinary(before.key);
  if (/^(?:at|attends|attend|attended|attending|joined)$/.test(before.key)) return true;
  return /^(?:to|from|in|into|of)$/.test(before.key) && GOING.test(verb?.key ?? "");
}

/** Whether schools are called so with an article and nothing else: "the Chase". */
export function isCalledAlone(key: string): boolean {
  return AFTER_THE.test(key);
}

/** Whether names of schools after places end so, and those of roads and stations do not. */
export function isPlacedEnd(key: string): boolean {
  return PLACED.test(key) && !/^(?:road|lane|street|way|rise|common)$/.test(key);
}

/** Whether two words end the name of a court or hall of everybody: "County Hall". */
export function isPublicHall(before: string, last: string): boolean {
  return (
    /^(?:court|hall)$/.test(last) &&
    /^(?:county|crown|family|magistrates|town|shire|village|high|appeal|city|council|church)$/.test(before)
  );
}

/** "goes to", "she moved to", "sent him to": where a child goes; not "we moved to", which is a village. */
export function isGoing(words: readonly Word[], at: number): boolean {
  const [who, verb] = [words[at - 2]?.key ?? "", words[at - 1]?.key ?? ""];
  if (/^(?:goes|go|went|going)$/.test(verb)) return true;
  if (/^(?:him|her|them)$/.test(verb))
    return /^(?:sent|moved|transferred|sending|moving|switched)$/.test(who);
  return (
    /^(?:moved|transferred|sent|switched|moving)$/.test(verb) &&
    /^(?:he|she|was|being|has|had|hes|shes|got)$/.test(who)
  );
}

/** "the head at", "Year 5 at", "a place at": what follows is a school, whatever else it may be called. */
export function isSchooled(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  return (
    SCHOOLED.test(before?.key ?? "") ||
    (words[at]?.gap !== undefined &&
      /\d[\s\u00a0]$/u.test(words[at]?.gap ?? "") &&
      /^(?:year|yr|y)$/.test(before?.key ?? ""))
  );
}

/** "at park view", "hill house": words of every day that together are a name and nothing else. */
function isTwoWords(first: string, last: string): boolean {
  return (
    /^(?:park|hill|wood|woods|oak|beech|elm|castle|river|brook|bridge|church|abbey|manor|forest|spring|meadow|orchard|rose|ivy|cherry|apple|willow|red|white|black|green|silver|gold|golden|blue|bright|sunny|little|bishop|king|kings|queen|queens|prince|south|north|east|west|upper|lower|mill|stone|fair|long|high|cross|lark|swan|fox|deer|badger|rook|eagle|victoria|albert|trinity|grange|cedar|ash|hawthorn|hazel|chase|warren|weston|norton|sutton)$/.test(
      first,
    ) &&
    /^(?:park|view|house|hill|lodge|grange|manor|bank|wood|woods|fields?|bridge|gate|castle|croft|lane|hall|cross|mount|vale|green|acre|acres|stars|hey|farm)$/.test(
      last,
    ) &&
    first !== last &&
    `${first} ${last}` !== "church hall"
  );
}

/** "alfies house": somebody's, not a school's. */
function isSomebodys(key: string): boolean {
  return isGivenName(key) || (key.endsWith("s") && isGivenName(key.slice(0, -1)));
}
