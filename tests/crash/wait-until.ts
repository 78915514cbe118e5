import { setTimeout as pause } from "node:timers/promises";

/** All may be waiting for mail, or nothing be due: then nothing more comes. */
const LONGEST_WAIT_MS = 1000;

/** Waits until something is so, or for a while in which it is not. */
export async function waitUntil(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo() && waited < LONGEST_WAIT_MS; waited += 2) await pause(2);
}
