import { isKin, isRole, isTellingVerb, type NameCue } from "./name-cues.ts";
import type { NamedWord } from "./names.ts";
import { isAmbiguous, isGivenName, isLargePlace, isOrdinary, isWordlike } from "./vocabulary.ts";
import type { Page, Word } from "./words.ts";

/** A word without a telling capital: names that are nothing else, and what follows "my son" or "called". */
export function judgeSmall(
  page: Page,
  at: number,
  word: Word,
  cue: NameCue | undefined,
): NamedWord | undefined {
  if (isGivenName(word.key) && !isAmbiguous(word.key) && word.key.length > 2)
    return { certainty: "likely", cue };
  const stem = word.key.endsWith("s") ? word.key.slice(0, -1) : "";
  if (stem.length > 3 && !isOrdinary(word.key) && isGivenName(stem) && !isAmbiguous(stem))
    return { certainty: "perhaps", cue };
  if (!word.isCapital && isWordName(word.key) && isNamedSmall(page, at, cue))
    return { certainty: "likely", cue };
  if (isOwnersName(page, at)) return { certainty: "perhaps", cue };
  if (isSubject(page, at)) return { certainty: "perhaps", cue };
  const isTold = cue !== undefined && (cue.cue === "relation" || cue.cue === "called" || cue.cue === "role");
  if (!isTold || isOrdinary(word.key) || isWordlike(word.key) || word.key.length < 3) return undefined;
  return page.isSmall || page.isShouted ? { certainty: "perhaps", cue } : undefined;
}

/** Words of every day that people are called too: without a capital only what stands around them can tell. */
function isWordName(key: string): boolean {
  return (
    key.length > 1 && isGivenName(key) && isAmbiguous(key) && !NEVER_SMALL.test(key) && !isTellingVerb(key)
  );
}

/** "asked for val", "val says", "some woman called jan", "the hv sue". */
function isNamedSmall(page: Page, at: number, cue: NameCue | undefined): boolean {
  const { words } = page;
  const word = words[at];
  const [second, first, next] = [words[at - 2]?.key ?? "", words[at - 1]?.key ?? "", words[at + 1]];
  if (!word || MONTH.test(word.key)) return cue?.cue === "called" && isPerson(second);
  const isWord = OFTEN_WORD.test(word.key);
  if (cue?.cue === "called" && (!isWord || isPerson(second))) return true;
  if (/^[\s\u00a0]$|^,[\s\u00a0]$/u.test(word.gap) && (isRole(first) || SHORT_ROLE.test(first)) && !isWord)
    return true;
  if (
    /^[\s\u00a0]$/u.test(word.gap) &&
    isKin(first) &&
    POSSESSIVE.test(second) &&
    !/^(?:will|may|art|miles|long|see|so|go|in|an)$/.test(word.key)
  )
    return true;
  if (isWord) return false;
  if (next?.gap === " " && word.opens && OPENING.test(next.key)) return true;
  if (next?.gap === " " && isGivenName(next.key) && !isOrdinary(next.key) && !isOrdinary(word.key))
    return true;
  if (first === "for" && /^(?:asked|asking|ask|waiting|waited|message|spoke)$/.test(second)) return true;
  if (
    /^(?:to|with)$/.test(first) &&
    /^(?:spoke|speak|speaking|talked|talk|spoken|wrote|write|meeting|met|call|contact)$/.test(second)
  )
    return true;
  if (
    /^(?:rang|phoned|emailed|texted|met|told|asked|thanks|love|dear|hi|cc)$/.test(first) &&
    (next === undefined || !next.isCapital)
  )
    return true;
  if (next === undefined || !/^[\s\u00a0]$/u.test(next.gap)) return false;
  if (/^(?:the|a|an|to|my|some|any|no|this|that|his|her|our|your|of|very)$/.test(first)) return false;
  return /^(?:says|said|told|rang|phoned|emailed|texted|asked|promised|retired|wrote|replied|answered|goes|went|came|knows|reckons|thinks|left|screamed|cried|loves|hates|wont|cant|couldnt)$/.test(
    next.key,
  );
}

function isPerson(key: string): boolean {
  return (
    isRole(key) ||
    isKin(key) ||
    SHORT_ROLE.test(key) ||
    /^(?:someone|somebody|one|person|is|was|hes|shes|im|am|my|his|her|kid|people)$/.test(key)
  );
}

/** "lost minhs file", "keelans mum": a possessive without its apostrophe before what people have. */
function isOwnersName(page: Page, at: number): boolean {
  const [word, next, before] = [page.words[at], page.words[at + 1], page.words[at - 1]];
  if (!word || !next || word.key.length < 4 || !word.key.endsWith("s") || word.isCapital) return false;
  if (!OWNED.test(next.key) || next.gap !== " " || (before && isGivenName(before.key))) return false;
  const stem = word.key.slice(0, -1);
  if (isWordName(stem) && !OFTEN_WORD.test(stem) && !MONTH.test(stem)) return true;
  return (
    ![word.key, stem].some((key) => isOrdinary(key) || isWordlike(key) || isLargePlace(key)) &&
    !/(?:ss|us|is)$/.test(word.key)
  );
}

/** "my kodi got", "harleigh been": a word no list holds, before what people do. */
function isSubject(page: Page, at: number): boolean {
  const [word, next, before] = [page.words[at], page.words[at + 1], page.words[at - 1]];
  if (!page.isSmall || !word || next?.gap !== " " || word.key.length < 3 || word.isCapital) return false;
  if (
    isOrdinary(word.key) ||
    isWordlike(word.key) ||
    isLargePlace(word.key) ||
    isTellingVerb(word.key) ||
    /\d/.test(word.gap)
  )
    return false;
  const isOwn =
    /^(?:my|our)$/.test(before?.key ?? "") &&
    /^(?:is|was|has|had|got|gets|goes|went|cant|wont|doesnt|didnt|isnt|been|needs|says|said|loves|cries)$/.test(
      next.key,
    );
  const isOpening =
    (word.opens || /^(?:cos|because|that|when|then|and|but|so|while|bcos|coz)$/.test(before?.key ?? "")) &&
    /^(?:is|was|has|doesnt|hasnt|cant|wont|got|goes|went|been|cries|cried|screams|loves|hates|said|says|told|rang|started|sat|sits)$/.test(
      next.key,
    );
  return (isOwn || isOpening) && !word.key.endsWith("s");
}

/** Roles in short, as they are typed: health visitor, social worker, portage worker. */
const SHORT_ROLE =
  /^(?:hv|sw|hca|ewo|eo|dsl|slt|pa|ed|psych|salt|ot|ep|cpn|ssw|lsa|tutor|nurse|dinnerlady|escort|driver|mate|cousin|auntie|aunty|uncle|nanny|sir|governor|childminder|chair|clerk|rep|headmaster|headmistress|bloke|lad|fella|chap|geezer)$/;
/** After a name that opens a sentence: "poppy doesnt sleep". */
const OPENING =
  /^(?:is|was|has|had|doesnt|didnt|isnt|wasnt|hasnt|hadnt|cant|couldnt|wont|wouldnt|got|gets|goes|went|came|loves|hates|likes|cries|cried|screams|says|said|needs|needed|started|starts|sleeps|eats|sits|sat|spent|misses|missed|been|told|rang|used|left|lost|and)$/;
const POSSESSIVE = /^(?:my|our|his|her|their|your)$/;
const OWNED =
  /^(?:ed|edpsych|psych|salt|ot|consultant|paed|file|files|mum|mam|mom|dad|nan|teacher|ta|plan|ehcp|needs|birthday|report|sister|brother|class|bag|taxi|place|head|senco|case|caseworker|name|nhs|upn|dob|draft|review|appeal|school|diagnosis|story|bed|room|behaviour|friend|friends|room|meds|seizures|hair|wheelchair|therapist|transport|start|form|forms|notes|papers|father|mother|gran|grandad|twin|cousin|key|social|attendance|exclusion|laptop)$/;
const MONTH = /^(?:april|may|june|august|jan|mar|summer|autumn|dawn|eve|christmas|easter)$/;
/** Names that stand in texts far more often as words. */
const OFTEN_WORD =
  /^(?:will|may|mark|hope|faith|grace|joy|art|max|bill|rich|grant|chase|guy|major|miles|pip|miss|king|prince|dawn|eve|summer|autumn|happy|sunny|star|sky|angel|bear|buddy|sandy|earnest|patience|precious|gift|blessing|destiny|harmony|melody|dusty|misty|stormy|honey|cherry|berry|ginger|candy|sugar|coco|peaches|rusty|woody|ash|sage|cliff|lance|brook|river|jeans|jet|april|june|august|can|so|an|in|my|see|long|young|mercy|divine|favour|fortune|success|bright|wise|winner|baby|love|little|son|bay|van|ho|do|le|he|ha|you|me|she|han|min|sun|yang|wing|ling|song|mum|nan|gran|nana)$/;
/** Never a name without a capital. */
const NEVER_SMALL =
  /^(?:can|so|an|in|my|see|do|he|she|me|you|the|and|son|mum|dad|nan|nana|nanny|gran|granny|mama|papa|baba|king|prince|london|paris)$/;
