import { isSchoolStop } from "./school-words.ts";
import { isGivenName, isLargePlace, isOrdinary } from "./vocabulary.ts";
import type { Page, Word } from "./words.ts";

/** Where children go that is no school: congregations, clubs, troops, homes, practices. */
const TAIL =
  /^(?:assembly|church|chapel|mosque|masjid|gurdwara|mandir|temple|synagogue|shul|tabernacle|ministries|scouts|cubs|beavers|brownies|guides|explorers|club|clubs|youth|respite|hub|surgery|practice|stables|playscheme|childminders?|childminding|gymnastics|dojo|rangers|rovers|wanderers|colts|rugby|fc|afc|rfc|project|provision|ward|studio|studios|tuition|tutoring|centre|center|daycare|pre-school|kids|suite|wing|annexe|annex|foodbank|baptist|methodist|pentecostal|library)$/;
/** Between a setting's own name and its last word. */
const BETWEEN =
  /^(?:and|of|the|in|for|baptist|methodist|evangelical|pentecostal|gospel|free|united|reformed|parish|community|youth|football|boxing|swimming|cricket|scout|cub|after|breakfast|holiday|riding|children|childrens|day|family|medical|health|care|short|breaks|sports|leisure|st)$/;
const STREET = /^(?:street|st|road|rd|lane|close|avenue|terrace|row|walk|hill|drive|gardens)$/;
/** Of everybody, or of too many to lead to a child. */
const NOT_OWN =
  /^(?:fan|golf|book|night|conservative|labour|working|social|sure|civic|job|call|city|town|shopping|garden|care|nursing|council|my|our|special|general|teaching|best|good|private|legal|autistic|sen)$/;

/** Where the name of such a setting ends: "Mount Zion Assembly", "Kingfisher Club"; undefined where none begins. */
export function endOfSetting(page: Page, at: number): number | undefined {
  const { words } = page;
  const first = words[at];
  if (!first || page.isShouted || !mayBegin(page, first)) return undefined;
  let isOwn = isOwnName(first);
  for (let next = at + 1; next < words.length && next - at < 6; next++) {
    const word = words[next];
    if (!word || !/^\.?[\s\u00a0]$|^[\s\u00a0]?&[\s\u00a0]?$/u.test(word.gap) || isBroken(page, next))
      return undefined;
    if (TAIL.test(word.key) && (word.isCapital || (page.isSmall && isSmallTail(word.key)))) {
      if (STREET.test(words[next + 1]?.key ?? "")) return undefined;
      if (isOwn && (words[at]?.isCapital || next === at + 1 || isOwnName(words[next - 1])))
        return lastTail(page, next);
    } else if (!(word.isCapital || page.isSmall) && !BETWEEN.test(word.key)) return undefined;
    else if (page.isSmall && isOrdinary(word.key) && !BETWEEN.test(word.key)) return undefined;
    isOwn ||= isOwnName(word);
  }
  return undefined;
}

function mayBegin(page: Page, word: Word): boolean {
  if (NOT_OWN.test(word.key) || (isSchoolStop(word.key) && !isGivenName(word.key))) return false;
  return word.isCapital || (page.isSmall && isOwnName(word) && !isGivenName(word.key));
}

function isOwnName(word: Word | undefined): boolean {
  return word !== undefined && !isOrdinary(word.key) && !isLargePlace(word.key) && word.key.length > 2;
}

/** Words that without a capital, too, end a setting's name and nothing else. */
function isSmallTail(key: string): boolean {
  return /^(?:church|chapel|mosque|masjid|gurdwara|mandir|temple|synagogue|scouts|cubs|beavers|brownies|playscheme|hub|respite|surgery|ward)$/.test(
    key,
  );
}

function lastTail(page: Page, from: number): number {
  let last = from;
  for (let next = from + 1; next - from < 3; next++) {
    const word = page.words[next];
    if (!word?.isCapital || page.isShouted || !TAIL.test(word.key) || !/^[\s\u00a0]$/u.test(word.gap)) break;
    last = next;
  }
  return last;
}

/** "Amara's church": somebody's. */
function isBroken(page: Page, at: number): boolean {
  const before = page.words[at - 1];
  return before?.isPossessive === true && isGivenName(before.key) && !page.words[at]?.isCapital;
}
