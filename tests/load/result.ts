/** One measured number of a run, beside what it should be. */
export interface Result {
  /** What was done, in a few words. */
  what: string;
  /** The number with its unit; a ratio wherever something stands beside it. */
  measured: string;
  /** What it should be, or blank where it is only for the record. */
  aim?: string;
}

const MARK = "result | ";

/** Prints a number so that a person reads it and `npm run bench` finds it. */
export function reportResult({ what, measured, aim = "" }: Result): void {
  process.stdout.write(
    `${MARK}${[what, measured, aim].map((part) => part.replaceAll("|", "/")).join(" | ")}\n`,
  );
}

/** The numbers in what a program printed, in their order. */
export function resultsIn(output: string): Result[] {
  return output.split("\n").flatMap((line) => {
    if (!line.startsWith(MARK)) return [];
    const [what = "", measured = "", aim = ""] = line.slice(MARK.length).split(" | ");
    return [{ what, measured, aim }];
  });
}

/** A share of a hundred, to one place. */
export function share(ours: number, beside: number): string {
  return `${((100 * ours) / beside).toFixed(1)} %`;
}
