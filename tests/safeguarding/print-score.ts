/** Recall and precision of the safeguarding pass on invented passages, all halves: `npm run safeguarding:score`. */
import { MARK_KINDS } from "#app/domain/story/mark.ts";
import { findMarks } from "#app/domain/story/marks.ts";
import { type Passage, readPassages } from "./passages.ts";
import { isCovered, precisionOf, recallOf, type Score, scorePassages } from "./score.ts";

const HALVES = ["seen", "unseen", "spoken", "held"] as const;
const passages = HALVES.map((half) => ({ half, passages: readPassages(half) }));
say("Invented passages; by kind: recall, precision, number of passages to find.");
say(passages.map(({ half, passages }) => `${half}: ${passages.length} passages`).join(", "));
say(
  "Rules were written while seen and spoken (as people type on a telephone) were looked at, not the other two.\n",
);
printTable(passages.map(({ passages }) => scorePassages(passages)));
printQuiet();
if (process.argv.includes("--misses"))
  for (const { half, passages: each } of passages)
    if (half === "seen" || half === "spoken") for (const passage of each) printMisses(passage);

function printTable(scores: readonly ReadonlyMap<string, Score>[]): void {
  const groups = [...new Set(scores.flatMap((score) => [...score.keys()]))]
    .filter((row) => row.startsWith("name: "))
    .sort();
  say("".padEnd(24) + HALVES.map((half) => half.padEnd(20)).join(""));
  for (const row of ["structured", ...MARK_KINDS, ...groups])
    say(row.padEnd(24) + scores.map((score) => cell(score.get(row), row).padEnd(20)).join(""));
}

function cell(score: Score | undefined, row: string): string {
  if (!score) return "–";
  const precision = row.startsWith("name: ") ? "    " : precisionOf(score).toFixed(2);
  return `${recallOf(score).toFixed(2)}  ${precision}  ${String(score.gold).padStart(3)}`;
}

function printQuiet(): void {
  for (const { half, passages: each } of passages) {
    const quiet = each.filter(({ gold }) => gold.length === 0);
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
