import { write, writeSync } from "node:fs";

/** Where lines of the log go, in their order. */
export interface LogLines {
  write(line: string): void;
  /** Writes what still waits, while the program ends. */
  flushSync(): void;
}

/** Who reads slowly is given so long to make room. */
const FULL_PAUSE_MS = 20;
/** While the program ends, so often at most. */
const LAST_TRIES = 50;

/**
 * Writes lines to an open file or pipe without making anybody wait for whoever reads them. Where nobody reads any more,
 * nothing is written any more: a program that has lost its reader serves as before, and ends when it is told to.
 */
export function writeLines(fd: number): LogLines {
  let waiting: Buffer[] = [];
  let isWriting = false;
  let isLost = false;

  function next(): void {
    if (isWriting || waiting.length === 0) return;
    isWriting = true;
    const bytes = Buffer.concat(waiting);
    waiting = [];
    write(fd, bytes, (fault, count) => {
      isWriting = false;
      const isFull = isFullPipe(fault);
      if (fault && !isFull) lose();
      else if (count < bytes.length) waiting.unshift(bytes.subarray(count));
      if (isFull) setTimeout(next, FULL_PAUSE_MS).unref();
      else next();
    });
  }

  function lose(): void {
    isLost = true;
    waiting = [];
  }

  return {
    write(line) {
      if (isLost) return;
      waiting.push(Buffer.from(line));
      next();
    },
    flushSync() {
      let bytes = Buffer.concat(waiting);
      waiting = [];
      for (let tried = 0; bytes.length > 0 && tried < LAST_TRIES; )
        try {
          bytes = bytes.subarray(writeSync(fd, bytes));
        } catch (fault) {
          if (!isFullPipe(fault)) return lose();
          tried += 1;
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FULL_PAUSE_MS);
        }
    },
  };
}

function isFullPipe(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && fault.code === "EAGAIN";
}
