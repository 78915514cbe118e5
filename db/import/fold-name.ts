import { areaSlug } from "../reference/area-slug.ts";

/**
 * The name of a place as it is compared: case, accents, punctuation, `&` and `and`, `Saint` and `St`, and a trailing
 * "Ward" or "Division" make no difference. No two wards of one council fold to the same name.
 */
export function foldPlace(name: string): string {
  return areaSlug(name)
    .replaceAll("-", " ")
    .replace(/\bsaint\b/g, "st")
    .replace(/ (?:electoral division|division|ward|ed)$/, "");
}

/** The names closest to one that was not found, nearest first; none that is quite another. */
export function nearestNames(wanted: string, names: readonly string[], count = 3): string[] {
  const folded = foldPlace(wanted);
  return names
    .map((name) => ({ name, distance: distanceBetween(folded, foldPlace(name)) }))
    .filter(({ name, distance }) => distance <= Math.max(folded.length, name.length) * 0.6)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name);
}

/** Letters to add, drop or change until one text is the other; fewer where all words of one are in the other. */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  const words = new Set(b.split(" "));
  const isWithin =
    a.split(" ").every((word) => words.has(word)) ||
    b.split(" ").every((word) => a.split(" ").includes(word));
  return isWithin ? Math.min(1, row.at(-1) ?? 0) : (row.at(-1) ?? 0);
}
