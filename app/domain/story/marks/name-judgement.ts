import { findCue, isKin, isTitle, type NameCue } from "./name-cues.ts";
import { judgeInitial } from "./name-initials.ts";
import type { NamedWord } from "./names.ts";
import { judgeSmall } from "./small-names.ts";
import {
  isAmbiguous,
  isCommonWord,
  isGivenName,
  isLargePlace,
  isOrdinary,
  isProperWord,
  isWordlike,
} from "./vocabulary.ts";
import type { Page, Word } from "./words.ts";

/** After these a capital is rather a place. */
const PLACE_BEFORE = new Set("in near from around outside via towards across toward at to of".split(" "));
/** Before these a capital belongs to a body, a road, an illness, a test. */
const BODY_AFTER = new Set(
  "council councils county borough city district road street lane avenue close drive way park hospital school academy college university infirmary act syndrome disease disorder test scale assessment service services trust centre center unit party club house lodge fund foundation association society charity group bridge station line river valley hills forest estate primary nursery infants juniors code band method method's partnership".split(
    " ",
  ),
);
/** Counties that people are called after, seldom. */
const COUNTY =
  /^(?:devon|kent|essex|surrey|durham|lincoln|derby|stafford|warwick|york|lancaster|bedford|cornwall)$/;
const MONTHLIKE = /^(?:april|may|june|august|autumn|summer)$/;
const MONTH_BEFORE =
  /^(?:in|last|this|next|since|until|till|by|of|early|late|mid|from|before|after|each|every|during|end|around|and|to|for)$/;

/** Whether a word names somebody, by its letters, its capital and what stands around it. */
export function judgeWord(page: Page, at: number): NamedWord | undefined {
  const word = page.words[at];
  if (!word || isTitle(page.words, at)) return undefined;
  if (word.isCapital && isKnownToAll(page, word)) return undefined;
  const cue = findCue(page, at);
  if (cue?.cue === "title") return { certainty: "sure", cue };
  if (word.text.length === 1) return judgeInitial(page, at, word, cue);
  if (word.isUpper && word.text.length < 4 && cue?.cue === "called" && page.words[at - 2]?.key === "initials")
    return { certainty: "likely", cue };
  if (word.isUpper)
    return isGivenName(word.key) && !isOrdinary(word.key) ? { certainty: "likely", cue } : undefined;
  if (!word.isCapital || page.isShouted) return judgeSmall(page, at, word, cue);
  return isGivenName(word.key) ? judgeGiven(page, at, word, cue) : judgeUnknown(page, at, word, cue);
}

/** Whom a child likes and everybody knows. */
const FAMOUS =
  /^(?:harry potter|taylor swift|thomas the tank|mr tumble|mr bean|mr men|sally[- ]anne|david attenborough|greta thunberg|postman pat|fireman sam|bob the builder|peppa pig|spider-?man|winnie the pooh|father christmas|santa|martha lane fox|marie curie|elon musk|marcus rashford|romeo and juliet|dr who|doctor who)/i;
/** Small names for kin. */
const KIN =
  /^(?:mum|dad|mam|nan|nana|nanny|gran|granny|grandma|grandad|grandpa|papa|mama|dada|baba|auntie|uncle)$/;

/** Ministers and members of parliament answer in public, under their names; figures of stories are no secret. */
function isKnownToAll(page: Page, word: Word): boolean {
  const after = page.text.slice(word.end, word.end + 60);
  const before = page.text.slice(Math.max(0, word.start - 40), word.start);
  return (
    FAMOUS.test(page.text.slice(word.start, word.start + 24)) ||
    FAMOUS.test(
      page.text.slice(Math.max(0, page.text.lastIndexOf(" ", word.start - 2) + 1), word.start + 16),
    ) ||
    /^(?:[\s\u00a0]\p{Lu}[\p{L}'’-]+)?,?\s+(?:MP\b|(?:the|our)\s+(?:\p{L}+\s+){0,3}(?:Secretary|Minister|MP)\b)/u.test(
      after,
    ) ||
    /\b(?:MP|Minister|Secretary of State|Education Secretary),?\s+(?:\p{Lu}[\p{L}'’-]+\s)?$/u.test(before)
  );
}

function judgeGiven(page: Page, at: number, word: Word, cue: NameCue | undefined): NamedWord | undefined {
  const isDoubtful = isAmbiguous(word.key);
  if (
    KIN.test(word.key) &&
    cue?.cue !== "called" &&
    (page.words[at + 1]?.key === "and" || !isBesideName(page, at))
  )
    return undefined;
  const next = page.words[at + 1];
  const before = page.words[at - 1];
  if (cue && cue.cue !== "verb") return { certainty: isDoubtful ? "likely" : "sure", cue };
  if (next && BODY_AFTER.has(next.key) && /^[\s\u00a0]$/u.test(next.gap) && !word.isPossessive)
    return undefined;
  if (!isDoubtful) return { certainty: "likely", cue };
  if (isProperWord(word.key) && isDateLike(page, word, before)) return undefined;
  if (isLargePlace(word.key) && before && PLACE_BEFORE.has(before.key)) return undefined;
  if (COUNTY.test(word.key) && !cue && !word.isPossessive) return undefined;
  if (!word.opens)
    return isProperWord(word.key) && !cue && !word.isPossessive ? undefined : { certainty: "likely", cue };
  if (next && isBesideName(page, at)) return { certainty: "likely", cue };
  if (word.isPossessive && next && !isProperWord(word.key)) return { certainty: "likely", cue };
  return cue && isSomebodysVerb(page, at) ? { certainty: "likely", cue } : undefined;
}

/** "Max and Mia are", "Nana Akua waits", "Jo from", "Jan, who": at the start of a sentence, beside what only people have. */
function isBesideName(page: Page, at: number): boolean {
  const [word, next, then] = [page.words[at], page.words[at + 1], page.words[at + 2]];
  if (!word || !next || !/^,?[\s\u00a0]$/u.test(next.gap) || MONTHLIKE.test(word.key))
    return /^[\s\u00a0]\($/u.test(next?.gap ?? "") && word !== undefined && !isOrdinary(word.key);
  const isSpoken = !isCommonWord(word.key);
  if (next.gap.startsWith(",") && /^(?:my|our|his|her)$/.test(next.key) && then && isKin(then.key))
    return true;
  if (next.key === "and" && then?.text === "I") return true;
  if (/^(?:who|whose|aged)$/.test(next.key)) return !isCommonWord(word.key) || next.gap.startsWith(",");
  if (next.key === "from" || next.key === "at" || next.key === "with")
    return isSpoken && !isProperWord(word.key) && !isLargePlace(word.key);
  const other = next.key === "and" ? then : next;
  if (!isSpoken || !other?.isCapital || other.isUpper) return false;
  return !isOrdinary(other.key) && !isLargePlace(other.key);
}

function isDateLike(page: Page, word: Word, before: Word | undefined): boolean {
  const around = page.text.slice(Math.max(0, word.start - 5), word.end + 6);
  return /\d/.test(around) || (before !== undefined && MONTH_BEFORE.test(before.key));
}

/** "Grace has been let down" names somebody; "Grace was what the nurse had" and "Hope is all we have" do not. */
function isSomebodysVerb(page: Page, at: number): boolean {
  const verb = page.words[at + 1]?.key ?? "";
  const then = page.words[at + 2]?.key ?? "";
  if (/^(?:is|was)$/.test(verb))
    return !/^(?:what|all|the|a|an|when|where|how|that|not|something|coming|over|here|on)$/.test(then);
  if (["will", "may", "can", "mark", "grant"].includes(page.words[at]?.key ?? ""))
    return !/^(?:never|still|always|just|only|now)$/.test(verb);
  return !/^(?:came|comes|and)$/.test(verb);
}

function judgeUnknown(page: Page, at: number, word: Word, cue: NameCue | undefined): NamedWord | undefined {
  if (isLargePlace(word.key) && !isCommonWord(word.key) && (cue?.cue === "called" || cue?.cue === "relation"))
    return { certainty: "perhaps", cue };
  if (isOrdinary(word.key) || isLargePlace(word.key) || isPluralOfWord(word.key)) return undefined;
  if (isBesidePlace(page, at)) return undefined;
  const next = page.words[at + 1];
  const before = page.words[at - 1];
  if (next && BODY_AFTER.has(next.key) && /^[\s\u00a0]$/u.test(next.gap) && !word.isPossessive)
    return undefined;
  if (cue && cue.cue !== "verb")
    return isWordlike(word.key) && word.opens ? undefined : { certainty: "likely", cue };
  const isInitialled = before?.text.length === 1 && before.isCapital && /^\.[\s\u00a0]*$/u.test(word.gap);
  if (isInitialled) return { certainty: "likely", cue };
  const isPluralName =
    word.key.length > 5 &&
    word.key.endsWith("s") &&
    isGivenName(word.key.slice(0, -1)) &&
    !isAmbiguous(word.key.slice(0, -1));
  if (isPluralName && next && !next.isCapital) return { certainty: "likely", cue };
  if (word.opens) {
    if (isWordlike(word.key) || isPluralOfWord(word.key)) return undefined;
    if (word.isPossessive || cue) return { certainty: "likely", cue };
    if (next && /^,\s$/u.test(next.gap) && /^(?:who|my|our|his|her|aged|the|a|an)$/.test(next.key))
      return { certainty: "perhaps", cue };
    return next?.key === "and" && page.words[at + 2]?.isCapital && !isOrdinary(page.words[at + 2]?.key ?? "a")
      ? { certainty: "likely", cue }
      : undefined;
  }
  if (before && PLACE_BEFORE.has(before.key) && !isSpokenTo(page, at)) return undefined;
  if (before && isTitleRun(before, word)) return undefined;
  return { certainty: "perhaps", cue };
}

/** "Special Needs Jungle", "Tank Engine": a capital after a capital word of every day is a title, not a person. */
function isTitleRun(before: Word, word: Word): boolean {
  const isDay = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:today|yesterday)$/.test(before.key);
  return (
    before.isCapital &&
    !before.opens &&
    isOrdinary(before.key) &&
    !isDay &&
    !before.isPossessive &&
    /^[\s\u00a0]$/u.test(word.gap)
  );
}

/** "Wyre Forest", "Barnt Green": the rest of a place's name. */
function isBesidePlace(page: Page, at: number): boolean {
  const [before, word, next] = [page.words[at - 1], page.words[at], page.words[at + 1]];
  const isAfter =
    before?.isCapital === true &&
    isLargePlace(before.key) &&
    !isGivenName(before.key) &&
    /^[\s\u00a0-]$/u.test(word?.gap ?? "");
  const isBefore =
    next?.isCapital === true &&
    isLargePlace(next.key) &&
    !isGivenName(next.key) &&
    /^[\s\u00a0-]$/u.test(next.gap);
  return isAfter || isBefore;
}

function isPluralOfWord(key: string): boolean {
  return key.endsWith("s") && isOrdinary(key.slice(0, -1));
}

function isSpokenTo(page: Page, at: number): boolean {
  const before = page.words[at - 1]?.key ?? "";
  const verb = page.words[at - 2]?.key ?? "";
  if (
    before === "of" &&
    /^(?:care|think|thought|proud|fond|mum|dad|mother|father|parents|parent|front|afraid|picture|photo|photos|because)$/.test(
      verb,
    )
  )
    return true;
  return (
    before === "to" &&
    /^(?:said|spoke|talked|listened|wrote|spoken|talk|speak|listen|happened|mum|dad|mother|carer|parent|explained|explain|thanks|thank|kind|cruel|mean|close|next|sister|brother|nan|belongs|gave|given|lied|married)$/.test(
      verb,
    )
  );
}
