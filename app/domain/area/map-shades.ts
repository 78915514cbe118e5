import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";

/** A class of counts that a map shows in one colour: `from` to `to` people, or `from` and more. */
export interface MapShade {
  /** How dark, 1 to 5; 0 is kept for what is not shown. */
  tone: number;
  from: number;
  to?: number;
}

/** Where classes may begin: round numbers, each about twice the one before. */
const ROUND = [10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000];
const TONES = 5;

/**
 * The classes for published counts, smallest first: five at most, so that neighbours can be told apart, and at
 * equal steps of the round numbers, so that a place with ten times as many is seen to have more wherever it stands.
 */
export function shadesFor(counts: readonly number[]): MapShade[] {
  if (counts.length === 0) return [];
  const most = Math.max(...counts);
  const reached = [SMALLEST_SHOWN_COUNT, ...ROUND.filter((from) => from <= most)];
  const step = Math.ceil(reached.length / TONES);
  const starts = reached.filter((_, i) => i % step === 0);
  return starts.map((from, i) => {
    const next = starts[i + 1];
    return { tone: toneAt(i, starts.length), from, to: next === undefined ? undefined : next - 1 };
  });
}

/** The tone of a count, or 0 where none is published. */
export function toneOf(count: number | undefined, shades: readonly MapShade[]): number {
  if (count === undefined) return 0;
  return shades.findLast(({ from }) => count >= from)?.tone ?? 0;
}

/** Few classes are spread over all tones; a single one is neither palest nor darkest. */
function toneAt(index: number, length: number): number {
  return length === 1 ? 3 : 1 + Math.round((index * (TONES - 1)) / (length - 1));
}
