import { isCommonWord, isOrdinary } from "./vocabulary.ts";
import type { Page, Word } from "./words.ts";

/** What around a word says that it names somebody. */
export interface NameCue {
  cue: "title" | "relation" | "role" | "called" | "age" | "verb";
  /** The word that says it: "son", "senco", "mrs". */
  word: string;
}

const TITLES = new Set(
  "mr mister missus missis mrs ms miss mx dr prof professor sir dame judge pc dc sgt sergeant constable inspector nurse sister sr father fr rev reverend pastor imam rabbi cllr councillor auntie aunty aunt uncle pani pan señora babcia ciocia wujek dziadek oma opa yiayia teta khala chacha bibi dadi nani mormor bunica".split(
    " ",
  ),
);
/** Titles that are also common words: only before a capital. */
const WEAK_TITLES = new Set(
  "miss judge nurse sister father pastor inspector constable aunt uncle pan sir pc dc".split(" "),
);
const RELATIONS = new Set(
  "son daughter child boy girl lad lass baby toddler brother sister sibling twin twins kid kids children sons daughters boys girls lads grandson granddaughter grandchild grandchildren nephew niece cousin stepson stepdaughter husband wife partner friend friends mate neighbour mum dad mother father nan nana gran grandma grandad sisters brothers eldest oldest youngest middle bro sis godson goddaughter duaghter dauhgter duaghters sn".split(
    " ",
  ),
);
const ROLES = new Set(
  "teacher techer headteacher head senco sendco ta hlta lsa assistant officer caseworker worker therapist ot ep psychologist consultant paediatrician psychiatrist nurse visitor tutor driver escort director manager coordinator co-ordinator solicitor barrister volunteer carer keyworker dietitian physio physiotherapist gp doctor midwife dentist deputy lead caretaker receptionist secretary social advocate interpreter support receptionist send classmate pupil student boss woman man lady guy bloke hv sw dsl ewo childminder governor headmaster headmistress chair clerk salt portage pa hca".split(
    " ",
  ),
);
const CALLED = new Set("called named nicknamed christened name names".split(" "));
const VERBS = new Set(
  "is was has had isnt wasnt hasnt hadnt cant cannot couldnt can could wont will would wouldnt does did doesnt didnt dont loves loved likes liked needs needed went goes goes cried cries came comes got gets said says told tells asked lost started starts stopped left felt feels spent waited waits sat sits lives lived attends attended wants wanted tried tries ran runs bit bites hits hit screamed hates hated used became began never still always also just only now who turned struggles struggled missed misses sleeps stays stayed needed deserves deserved takes took gave wrote rang called phoned promised laughed smiled spoke speaks refuses refused uses eats self-harms stood works worked interpreted translated helped calls shouted shouts thinks thought knows knew chaired runs drives drove minds fought fights looked looks made makes".split(
    " ",
  ),
);
const POSSESSIVES = new Set(
  "my our his her their your eldest youngest oldest middle little foster twin older younger".split(" "),
);

/** What before or after a word says that somebody is named; the strongest, or undefined. */
export function findCue(page: Page, at: number): NameCue | undefined {
  const { words } = page;
  const word = words[at];
  if (!word) return undefined;
  return (
    titleCue(words, at, word) ??
    calledCue(words, at, word) ??
    relationCue(page, at, word) ??
    ageCue(page, word) ??
    verbCue(words, at, word)
  );
}

/** Whether a word is a title before a name. */
export function isTitle(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || !TITLES.has(word.key)) return false;
  return word.isCapital || !WEAK_TITLES.has(word.key) || (word.key === "miss" && isMissBeforeName(words, at));
}

function isMissBeforeName(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  const before = words[at - 1]?.key ?? "";
  return (
    next !== undefined &&
    !isOrdinary(next.key) &&
    !["to", "i", "we", "they", "will", "not", "you", "didnt", "cant"].includes(before)
  );
}

function titleCue(words: readonly Word[], at: number, word: Word): NameCue | undefined {
  const before = words[at - 1];
  if (!before || !/^\.?[\s\u00a0]+$/u.test(word.gap)) return undefined;
  if (/^(?:ap|ab|al|el|van|von|de|o|bin|st)$/.test(before.key) && isTitle(words, at - 2))
    return { cue: "title", word: words[at - 2]?.key ?? "" };
  if (!isTitle(words, at - 1)) return undefined;
  const isWeak = WEAK_TITLES.has(before.key);
  if (!word.isCapital && (isOrdinary(word.key) || (isWeak && before.key !== "miss"))) return undefined;
  if (isWeak && isCommonWord(word.key) && !word.isCapital) return undefined;
  return { cue: "title", word: before.key };
}

function calledCue(words: readonly Word[], at: number, word: Word): NameCue | undefined {
  const [third, second, first] = [
    words[at - 3]?.key ?? "",
    words[at - 2]?.key ?? "",
    words[at - 1]?.key ?? "",
  ];
  if (!/^[\s,:("“'‘]*$/u.test(word.gap)) return undefined;
  const cue: NameCue = { cue: "called", word: "called" };
  if (CALLED.has(first) && first !== "name" && first !== "names" && first !== "named") return cue;
  if (first === "named" && !word.opens) return cue;
  if ((first === "is" || first === "was" || first === "are") && (second === "name" || second === "names"))
    return cue;
  if (first === "as" && (second === "known" || second === "him" || second === "her")) return cue;
  if ((first === "by" && (second === "goes" || second === "went")) || (first === "for" && second === "short"))
    return cue;
  if (/^(?:him|her|them|me)$/.test(first) && /^(?:call|calls|calling|called|named|name)$/.test(second))
    return cue;
  if (
    first === "initials" ||
    (second === "initials" && /^(?:are|is)$/.test(first)) ||
    (first === "initial" && third !== "")
  )
    return cue;
  if (word.isCapital && ((first === "am" && second === "i") || first === "im") && !isOrdinary(word.key))
    return cue;
  if (word.isCapital && first === "was" && second === "it" && !isOrdinary(word.key)) return cue;
  return undefined;
}

function relationCue(page: Page, at: number, word: Word): NameCue | undefined {
  const { words } = page;
  const before = words[at - 1];
  if (!before || before.isPossessive) return undefined;
  if (!/^[\s\u00a0]*[,(:–—-]?[\s\u00a0"“'‘]*$/u.test(word.gap) || /[,:][\s\u00a0]*["“]/u.test(word.gap))
    return undefined;
  const possessed = POSSESSIVES.has(words[at - 2]?.key ?? "") || POSSESSIVES.has(words[at - 3]?.key ?? "");
  const subject = words[at - 2]?.key ?? "";
  const isNamedBeing =
    /^(?:is|was|are|were)$/.test(before.key) &&
    (ROLES.has(subject) || RELATIONS.has(subject)) &&
    /^[\s\u00a0]$/u.test(word.gap);
  if (isNamedBeing && word.isCapital && !page.isShouted && !isOrdinary(word.key))
    return { cue: RELATIONS.has(subject) ? "relation" : "role", word: subject };
  const isRelation = RELATIONS.has(before.key);
  if (!isRelation && !ROLES.has(before.key)) {
    const aged = /^[\s,]*\(?\d{1,2}\)?[\s,]*$/.test(word.gap) && RELATIONS.has(before.key);
    return aged ? { cue: "relation", word: before.key } : undefined;
  }
  const cue: NameCue = { cue: isRelation ? "relation" : "role", word: before.key };
  if (word.isCapital && !page.isShouted) return cue;
  return possessed && !isOrdinary(word.key) && /^[\s,(]+$/u.test(word.gap) ? cue : undefined;
}

function ageCue(page: Page, word: Word): NameCue | undefined {
  const after = page.text.slice(word.end, word.end + 24);
  const isAged =
    /^,?\s*(?:\(\s*(?:aged?\s*)?\d{1,2}(?:yo|yrs?)?\s*\)|,?\s*(?:aged?|age)\s+\w+|,\s*\d{1,2}\s*,|,\s*\d{1,2}[.;]|,\s(?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)\b)/u.test(
      after,
    );
  return word.isCapital && isAged ? { cue: "age", word: "" } : undefined;
}

function verbCue(words: readonly Word[], at: number, word: Word): NameCue | undefined {
  const next = words[at + 1];
  if (!word.isCapital || !next || next.opens || !isBeside(word, next)) return undefined;
  return VERBS.has(next.key) ? { cue: "verb", word: next.key } : undefined;
}

/** Whether people do it: "was", "loves", "told". */
export function isTellingVerb(key: string): boolean {
  return VERBS.has(key);
}

/** A space between; after an initial a full stop too: "J. was". */
function isBeside(word: Word, next: Word): boolean {
  return (word.text.length === 1 ? /^\.?[\s\u00a0]+$/u : /^[\s\u00a0]+$/u).test(next.gap);
}

/** Whether it says what somebody does: "teacher", "officer". */
export function isRole(key: string): boolean {
  return ROLES.has(key);
}

/** Whether it says whose somebody is: "son", "youngest", "friend". */
export function isKin(key: string): boolean {
  return RELATIONS.has(key);
}
