import type { Reader } from "#db/database.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { londonDay } from "../time/london.ts";
import { type Concerns, readConcerns } from "./concerns.server.ts";
import { quietAreas } from "./polls.server.ts";
import type { QuietAreas } from "./polls.ts";
import { slotInstant } from "./slots.ts";

/** What holds for a whole round: read once, before its addresses are gone through. */
export interface Planning {
  slotOn: string;
  slotAt: number;
  mode: DeliveryMode;
  /** By the day on which it is worked off, or of the round where that is still to come. */
  quiet: QuietAreas;
  concerns: Concerns;
}

/** Reads what holds for one round of the site. */
export async function readPlanning(
  read: Reader,
  { slotOn, mode }: { slotOn: string; mode: DeliveryMode },
  now: number,
): Promise<Planning> {
  const today = londonDay(now);
  return {
    slotOn,
    slotAt: slotInstant(slotOn),
    mode,
    quiet: await quietAreas(read, today > slotOn ? today : slotOn),
    concerns: await readConcerns(read),
  };
}
