import { isTellingVerb, type NameCue } from "./name-cues.ts";
import type { NamedWord } from "./names.ts";
import { isCommonWord } from "./vocabulary.ts";
import type { Page, Word } from "./words.ts";

/** What is counted by letters. */
const LETTERED =
  /^(?:sections?|plans?|parts?|grades?|class|form|group|year|key|set|band|type|option|appendix|annex|block|building|room|vitamin|hepatitis|strep|level|form|tier|stage|team|ward|point|option|category|schedule|group)$/;

/** Whether a single letter stands for somebody: "J", "R.S.", "A was told". */
export function judgeInitial(
  page: Page,
  at: number,
  word: Word,
  cue: NameCue | undefined,
): NamedWord | undefined {
  if (!word.isCapital || page.isShouted || /^[IOÀ]$/u.test(word.text)) return undefined;
  if (isOfList(page, at)) return undefined;
  const next = page.words[at + 1];
  if (word.text === "A" && isApart(page, at)) return { certainty: "perhaps", cue };
  if (word.text === "A") return isInitialA(word, next, cue) ? { certainty: "likely", cue } : undefined;
  if (
    /^\.[\s\u00a0]?$/u.test(next?.gap ?? "") &&
    next?.isCapital &&
    (next.text.length === 1 || !isCommonWord(next.key))
  )
    return { certainty: "likely", cue };
  const before = page.words[at - 1];
  if (
    before &&
    /^\.$/.test(word.gap) &&
    before.text.length === 1 &&
    before.isCapital &&
    !/^(?:ce|rc|va|vc|ba|ma|hc|ps|nb|uk|us|eu|tv|pm|am|id|qc|kc)$/.test(before.key + word.key)
  )
    return { certainty: "likely", cue };
  if (isApposed(page, at) || (word.isPossessive && !LETTERED.test(before?.key ?? "")))
    return { certainty: "perhaps", cue };
  if (cue && (cue.cue !== "verb" || word.opens || !LETTERED.test(before?.key ?? "")))
    return { certainty: "likely", cue };
  return before &&
    /^(?:about|with|and|for|to|from|of|by|like|told|took|take|let|kept|keep|gave|helped|asked|saw|sent|left|because|that|when|as|made|hurt|is|while|where|so|but|put|taking|getting|get|love|hi|dear|yours|thanks)$/.test(
      before.key,
    ) &&
    /^[\s\u00a0]$/u.test(word.gap) &&
    !isDigitNear(page, word)
    ? { certainty: "perhaps", cue }
    : undefined;
}

/** "A was told", "A's teacher", "my son A": a person; "a plan", "two A's in maths" are none. */
function isInitialA(word: Word, next: Word | undefined, cue: NameCue | undefined): boolean {
  if (word.isPossessive)
    return next !== undefined && !next.isCapital && !/^(?:at|in|and|for|or|on|to)$/.test(next.key);
  if (cue?.cue === "verb") return true;
  return cue?.cue === "relation" && next !== undefined && isTellingVerb(next.key);
}

function isDigitNear(page: Page, word: Word): boolean {
  return /\d/.test(page.text.slice(Math.max(0, word.start - 2), word.end + 3));
}

/** "The child I look after, J, moved to me": a letter alone between two commas, or at the end. */
function isApposed(page: Page, at: number): boolean {
  const [word, next] = [page.words[at], page.words[at + 1]];
  if (!word || !/^[,(][\s\u00a0]?$|^[\s\u00a0][(–—-][\s\u00a0]?$/u.test(word.gap)) return false;
  return next === undefined || /^[,.;:)]/.test(page.text.slice(word.end, word.end + 1)) || !next.isCapital;
}

/** "I work with A, who has": no article stands before a comma. */
function isApart(page: Page, at: number): boolean {
  const [word, before] = [page.words[at], page.words[at - 1]];
  if (!word || !before || !/^[\s\u00a0]$/u.test(word.gap)) return false;
  return (
    /^(?:with|for|to|about|told|and|of|by|call|called|from|as)$/.test(before.key) &&
    /^(?:[,.;!?)]|$)/.test(page.text.slice(word.end, word.end + 1)) &&
    !/^\.\p{L}/u.test(page.text.slice(word.end, word.end + 2))
  );
}

/** "Sections B, F and I": letters of a plan, not of people. */
function isOfList(page: Page, at: number): boolean {
  for (let back = at - 1; back > Math.max(-1, at - 7); back--) {
    const word = page.words[back];
    if (!word) return false;
    if (LETTERED.test(word.key)) return true;
    if (word.text.length > 1 && !/^(?:and|or|to)$/.test(word.key)) return false;
  }
  return false;
}
