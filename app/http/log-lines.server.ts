import { write, writeSync } from "node:fs";

/** Where lines of the log go, in their order. */
export interface LogLines {
  write(line: string): void;
  /** Writes what still waits, while the program ends. */
  flushSync(): void;
}

/** Who reads slowly is given so long to make room. */
const FULL_PAUSE_MS = 20;
/** So many characters wait for a slow reader; what comes beyond is lost, and how much is said once there is room. */
const MOST_WAITING = 4_000_000;
/** While the program ends, so often at most. */
const LAST_TRIES = 50;

/**
 * Writes lines to an open file or pipe without making anybody wait for whoever reads them. Where nobody reads any more,
 * nothing is written any more: a program that has lost its reader serves as before, and ends when it is told to.
 */
export function writeLines(fd: number): LogLines {
  let waiting: Buffer[] = [];
  let waitingLength = 0;
  let leftOut = 0;
  let isWriting = false;
  let isLost = false;

  function next(): void {
    if (isWriting || waiting.length === 0) return;
    isWriting = true;
    const bytes = take();
    write(fd, bytes, (fault, count) => {
      isWriting = false;
      const isFull = isFullPipe(fault);
      if (fault && !isFull) lose();
      else if (count < bytes.length) putBack(bytes.subarray(count));
      if (isFull) setTimeout(next, FULL_PAUSE_MS).unref();
      else next();
    });
  }

  function take(): Buffer {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    waitingLength = 0;
    return bytes;
  }

  function putBack(bytes: Buffer): void {
    waiting.unshift(bytes);
    waitingLength += bytes.length;
  }

  function put(line: string): void {
    waiting.push(Buffer.from(line));
    waitingLength += line.length;
  }

  function lose(): void {
    isLost = true;
    take();
  }

  return {
    write(line) {
      if (isLost) return;
      if (waitingLength > MOST_WAITING) {
        leftOut += 1;
        return;
      }
      if (leftOut > 0)
        put(`${JSON.stringify({ level: "warn", leftOut, msg: "lines that nobody had read in time" })}\n`);
      leftOut = 0;
      put(line);
      next();
    },
    flushSync() {
      let bytes = take();
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
