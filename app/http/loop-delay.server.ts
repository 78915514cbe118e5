/** How late the process is with what is due: what waits before it has even been read counts too. */
export interface LoopDelay {
  /** Milliseconds by which each of the last few looks came late: one long piece of work alone is no sign of load. */
  lateMs(): number;
}

const LOOK_EVERY_MS = 20;
/** So many in a row. */
const LOOKS = 3;

/** Begins to look; never keeps the process alive. */
export function watchLoop(): LoopDelay {
  const late: number[] = Array.from({ length: LOOKS }, () => 0);
  let dueAt = performance.now() + LOOK_EVERY_MS;
  setInterval(() => {
    const now = performance.now();
    late.shift();
    late.push(Math.max(0, now - dueAt));
    dueAt = now + LOOK_EVERY_MS;
  }, LOOK_EVERY_MS).unref();
  return { lateMs: () => Math.min(...late) };
}
