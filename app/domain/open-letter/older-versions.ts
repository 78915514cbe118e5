/** How many still stand by an earlier version of a letter. */
export interface OlderVersion {
  /** 1 for the first that the public has read. */
  ordinal: number;
  count: number;
}

const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];
const figures = new Intl.NumberFormat("en-GB");

/** "the first version" */
export function versionName(ordinal: number): string {
  const word = ORDINALS[ordinal - 1];
  return word === undefined ? `version ${ordinal}` : `the ${word} version`;
}

/** "310 to the first version and 12 to the second version"; blank where all have signed the present one. */
export function olderVersionWords(versions: readonly OlderVersion[]): string {
  const parts = versions
    .filter(({ count }) => count > 0)
    .map(({ ordinal, count }) => `${figures.format(count)} to ${versionName(ordinal)}`);
  const last = parts.pop() ?? "";
  return parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
}
