/** Recall and precision of the safeguarding pass on invented passages, both halves: `npm run safeguarding:score`. */
import { MARK_KINDS } from "#app/domain/story/mark.ts";
import { findMarks } from "#app/domain/story/marks.ts";
import { type Passage, readPassages } from "./passages.ts";
import { isCovered, precisionOf, recallOf, type Score, scorePassages } from "./score.ts";

const seen = readPassages("seen");
const unseen = readPassages("unseen");
say(
  `${seen.length} passages seen while the rules were written, ${unseen.length} not; by kind: recall, precision, number of passages to find\n`,
);
printTable(scorePassages(seen), scorePassages(unseen));
printQuiet();
if (process.argv.includes("--misses")) for (const passage of seen) printMisses(passage);

function printTable(one: ReadonlyMap<string, Score>, other: ReadonlyMap<string, Score>): void {
  const groups = [...new Set([...one.keys(), ...other.keys()])]
    .filter((row) => row.startsWith("name: "))
    .sort();
  say(`${"".padEnd(24)}${"seen".padEnd(24)}unseen`);
  for (const row of ["structured", ...MARK_KINDS, ...groups])
    say(row.padEnd(24) + cell(one.get(row), row).padEnd(24) + cell(other.get(row), row));
}

function cell(score: Score | undefined, row: string): string {
  if (!score) return "–";
  const precision = row.startsWith("name: ") ? "    " : precisionOf(score).toFixed(2);
  return `${recallOf(score).toFixed(2)}  ${precision}  ${String(score.gold).padStart(3)}`;
}

function printQuiet(): void {
  for (const [half, passages] of [
    ["seen", seen],
    ["unseen", unseen],
  ] as const) {
    const quiet = passages.filter(({ gold }) => gold.length === 0);
    const marks = quiet.map(({ text }) => findMarks(text).length);
    say(
      `\n${half}: ${marks.filter((count) => count === 0).length} of ${quiet.length} passages with nothing to find stay unmarked`,
    );
  }
}

function printMisses({ text, gold }: Passage): void {
  const marks = findMarks(text);
  const missed = gold
    .filter((passage) => !isCovered(passage, marks))
    .map(({ kind, start, end }) => `- ${kind} ${text.slice(start, end)}`);
  const wrong = marks
    .filter(
      (mark) =>
        !gold.some(({ kind, start, end }) => kind === mark.kind && start < mark.end && mark.start < end),
    )
    .map(({ kind, start, end }) => `+ ${kind} ${text.slice(start, end)}`);
  if (missed.length + wrong.length > 0)
    say(`\n${text.slice(0, 140)}\n  ${[...missed, ...wrong].join("\n  ")}`);
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}
