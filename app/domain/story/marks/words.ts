/** One word of a text, as those who look for names and schools read it. */
export interface Word {
  /** As written, without a possessive "'s". */
  text: string;
  start: number;
  /** Before a possessive "'s". */
  end: number;
  /** Lower case, without accents and apostrophes: what lists are asked with. */
  key: string;
  isPossessive: boolean;
  /** Written as names are: a capital first, or any letter where the whole text is in capitals or in small letters. */
  isCapital: boolean;
  /** More than one letter and all of them capitals. */
  isUpper: boolean;
  /** First of a sentence, a line or a quotation: its capital says nothing. */
  opens: boolean;
  /** What stands between the word before and this one. */
  gap: string;
}

/** A text read word by word. */
export interface Page {
  text: string;
  words: readonly Word[];
  /** All in capitals: letters say nothing about names. */
  isShouted: boolean;
  /** Hardly a capital in it, as many people type on a telephone. */
  isSmall: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’‘ʼ`]\p{L}[\p{L}\p{M}]*)*(?:[-‐‑]\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*)*/gu;
/** A full stop after these ends no sentence. */
const SHORT = /^(?:mr|mrs|ms|mx|dr|prof|st|sr|fr|rev|cllr|no|nr|sgt|\p{L})$/u;

/** Reads a text into its words. */
export function readPage(text: string): Page {
  const found = [...text.matchAll(WORD)];
  const letters = found.map(([word]) => word).filter((word) => word.length > 1);
  const capitals = letters.filter((word) => word === word.toUpperCase()).length;
  const initials = letters.filter((word) => word[0] !== word[0]?.toLowerCase()).length;
  const isShouted = letters.length > 3 && capitals > letters.length * 0.7;
  const isSmall = !isShouted && initials < letters.length * 0.03;
  const words: Word[] = [];
  for (const { 0: raw, index } of found) {
    const before = words.at(-1);
    words.push(readWord(text, raw, index, before, isShouted));
  }
  return { text, words, isShouted, isSmall };
}

/** Lower case, without accents and apostrophes. */
export function foldWord(word: string): string {
  return word
    .normalize("NFD")
    .replace(/[\p{M}'’‘ʼ`]/gu, "")
    .replace(/[‐‑]/g, "-")
    .toLowerCase()
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/[đð]/g, "d")
    .replace(/ı/g, "i");
}

function readWord(
  text: string,
  raw: string,
  index: number,
  before: Word | undefined,
  isShouted: boolean,
): Word {
  const possessive = /['’‘ʼ`][sS]$/u.exec(raw);
  const bare = possessive ? raw.slice(0, -2) : raw;
  const gap = text.slice(before ? rawEnd(text, before) : 0, index);
  const first = bare[0] ?? "";
  return {
    text: bare,
    start: index,
    end: index + bare.length,
    key: foldWord(bare),
    isPossessive:
      possessive !== null || (/^['’](?!\p{L})/u.test(text.slice(index + bare.length)) && bare.endsWith("s")),
    isCapital: isShouted || first !== first.toLowerCase(),
    isUpper: !isShouted && bare.length > 1 && bare === bare.toUpperCase(),
    opens: opensSentence(gap, before),
    gap,
  };
}

function rawEnd(text: string, word: Word): number {
  return word.isPossessive && /^['’‘ʼ`]s/iu.test(text.slice(word.end)) ? word.end + 2 : word.end;
}

function opensSentence(gap: string, before: Word | undefined): boolean {
  if (!before) return true;
  if (/\n|[!?…:;•]|["“]\s*$|(?:^|\s)['‘]$/u.test(gap)) return true;
  return /\./.test(gap) && !(/^\.\s*$/.test(gap) && SHORT.test(before.key));
}
