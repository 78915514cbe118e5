/** Recall and precision of the safeguarding pass on invented passages, all halves: `npm run safeguarding:score`. */
import { MARK_KINDS } from "#app/domain/story/mark.ts";
import { findMarks } from "#app/domain/story/marks.ts";
import { type Passage, readPassages } from "./passages.ts";
import { hasNothingVisible, isCovered, precisionOf, recallOf, type Score, scorePassages } from "./score.ts";

const HALVES = ["seen", "unseen", "spoken", "held", "fresh", "blind"] as const;
/** Those whose passages may be looked at while rules are written. */
const LOOKED_AT = ["seen", "spoken", "fresh"];
const passages = HALVES.map((half) => ({ half, passages: readPassages(half) }));
say("Invented passages; by kind: recall, precision, number of passages to find.");
say(passages.map(({ half, passages }) => `${half}: ${passages.length} passages`).join(", "));
say(
  "Rules were written while seen, spoken (as people type on a telephone) and fresh were looked at, not the others.\n",
);
printTable(passages.map(({ passages }) => scorePassages(passages)));
printQuiet();
printCover();
printTime();
if (process.argv.includes("--misses"))
  for (const { half, passages: each } of passages)
    if (LOOKED_AT.includes(half)) for (const passage of each) printMisses(passage);

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

/** What protects a child is the passage, not the kind: whether anything in it stays to be read. */
function printCover(): void {
  say("");
  for (const { half, passages: each } of passages) {
    const telling = each.filter(({ gold }) => gold.length > 0);
    say(
      `${half}: ${telling.filter(hasNothingVisible).length} of ${telling.length} passages with every identifier under a mark of some kind`,
    );
  }
}

function printTime(): void {
  const text = readPassages("seen")
    .map((passage) => passage.text)
    .join(" ")
    .slice(0, 5_000);
  for (let round = 0; round < 5; round++) findMarks(text);
  const times = Array.from({ length: 15 }, () => {
    const from = performance.now();
    findMarks(text);
    return performance.now() - from;
  }).toSorted((a, b) => a - b);
  say(`\n5,000 characters: ${(times[7] ?? 0).toFixed(0)} milliseconds (middle of 15)`);
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
