import type { WriteStream } from "node:tty";

const BAR_WIDTH = 30;

/** Where progress is written; a terminal is recognised by its `isTTY`. */
export type Output = Pick<NodeJS.WriteStream, "write"> & Partial<Pick<WriteStream, "isTTY">>;

/** Shows how far something is, given shares from 0 to 1: a bar on a terminal, elsewhere a line every tenth. */
export function makeProgress(what: string, output: Output): (fraction: number) => void {
  let shown = output.isTTY ? -1 : 0;
  return (fraction) => {
    const percent = Math.floor(fraction * 100);
    const step = output.isTTY ? percent : percent - (percent % 10);
    if (step === shown) return;
    shown = step;
    if (!output.isTTY) {
      output.write(`${what}: ${step} %\n`);
      return;
    }
    const filled = Math.round(fraction * BAR_WIDTH);
    const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
    output.write(`\r${what} ${bar} ${String(percent).padStart(3)} %${percent === 100 ? "\n" : ""}`);
  };
}
