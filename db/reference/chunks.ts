/** Rows written in one unit of a load: some tens of milliseconds, so that others are never held up for long. */
export const ROWS_PER_UNIT = 500;

/** The items in order, so many at a time. */
export function* chunksOf<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
