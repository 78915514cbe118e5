/** A run of words that stands in both texts, or in one of them. */
export interface WordRun {
  kind: "same" | "gone" | "new";
  words: string;
}

/** Words of each text that are compared; what follows is taken to be one run. */
const COMPARED = 1500;

/** Which words of a text are gone and which are new, in the order in which they read. */
export function compareWords(before: string, after: string): WordRun[] {
  const [a, b] = [split(before), split(after)];
  const lengths = commonLengths(a, b);
  const runs: WordRun[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [gone, added] = [a[i], b[j]];
    if (gone !== undefined && gone === added) {
      push(runs, "same", gone);
      i += 1;
      j += 1;
    } else if (
      added === undefined ||
      (gone !== undefined && at(lengths, i + 1, j) >= at(lengths, i, j + 1))
    ) {
      push(runs, "gone", gone ?? "");
      i += 1;
    } else {
      push(runs, "new", added);
      j += 1;
    }
  }
  return runs;
}

/** Words with the white space that follows them, so that joined they are the text again. */
function split(text: string): string[] {
  const words = text.match(/\S+\s*|^\s+/g) ?? [];
  const rest = words.slice(COMPARED).join("");
  return rest === "" ? words : [...words.slice(0, COMPARED), rest];
}

/** For each pair of places, how many words the rests have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const longest =
        a[i] === b[j] ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
      rows[i]?.set([longest], j);
    }
  return rows;
}

function at(rows: readonly Uint16Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}

function push(runs: WordRun[], kind: WordRun["kind"], words: string): void {
  const last = runs.at(-1);
  if (last?.kind === kind) last.words += words;
  else runs.push({ kind, words });
}
