import { setTimeout as pause } from "node:timers/promises";
import { MINUTE } from "#app/domain/time/durations.ts";
import { countUnsettled } from "../crash/check-mail.ts";
import { moveClock } from "../crash/clock.ts";
import { beside } from "../crash/stage.ts";

/** What a killed process had claimed is free again after this. */
const LONGEST_LEASE = 11 * MINUTE;

/** A site whose processes may be killed, and its database. */
interface Restless {
  url: string;
  databaseUrl: string;
}

/** Lets leases run out and everything go that is due, while nobody signs; gives how much is still open. */
export async function comeToRest(site: Restless): Promise<number> {
  for (let round = 0; ; round += 1) {
    await leap(site.url, LONGEST_LEASE);
    for (let look = 0; look < 20; look += 1) {
      await pause(250);
      const open = await beside(site, countUnsettled);
      if (open === 0 || round === 8) return open;
    }
  }
}

/** Waits until nothing goes any more but what killed processes had in hand; gives how much that is. */
export async function untilOnlyHeldRemains(site: Restless): Promise<number> {
  let last = -1;
  for (let unchanged = 0; unchanged < 8; ) {
    const open = await beside(site, countUnsettled);
    if (open === 0) return 0;
    unchanged = open === last ? unchanged + 1 : 0;
    last = open;
    await pause(500);
  }
  return last;
}

/** Moves the clock. Another process may have to be asked: the one that was asked may be dying. */
export async function leap(url: string, milliseconds: number): Promise<void> {
  for (let tried = 0; ; tried += 1)
    try {
      return await moveClock(url, milliseconds);
    } catch (error) {
      if (tried === 5) throw error;
      await pause(500);
    }
}
