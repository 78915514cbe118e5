import type { Reader } from "#db/database.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { londonDay } from "../time/london.ts";
import { type Counties, readCounties } from "./counties.server.ts";
import { quietAreas } from "./polls.server.ts";
import type { QuietAreas } from "./polls.ts";
import { slotInstant } from "./slots.ts";

/** What holds for a whole round: read once, before its addresses are gone through. */
export interface Planning {
  slotOn: string;
  slotAt: number;
  mode: DeliveryMode;
  counties: Counties;
  /** By the day on which it is worked off, or of the round where that is still to come. */
  quiet: QuietAreas;
  /** The council concerned, and those that came after it. */
  concerns(bodyGss: string, councilGss: string): boolean;
}

/** Reads what holds for one round of the site, or as far as one campaign goes. */
export async function readPlanning(
  read: Reader,
  { slotOn, mode, campaignId }: { slotOn: string; mode: DeliveryMode; campaignId?: string },
  now: number,
): Promise<Planning> {
  const today = londonDay(now);
  const { areaSuccessors } = read.tables;
  const successors = await read.select().from(areaSuccessors);
  const after = new Map<string, string[]>();
  for (const { gssCode, successorGss } of successors)
    after.set(gssCode, [...(after.get(gssCode) ?? []), successorGss]);
  return {
    slotOn,
    slotAt: slotInstant(slotOn),
    mode,
    counties: await readCounties(read, campaignId),
    quiet: await quietAreas(read, today > slotOn ? today : slotOn),
    concerns: (bodyGss, councilGss) => bodyGss !== "" && follows(after, bodyGss, councilGss),
  };
}

function follows(after: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const code of seen) for (const next of after.get(code) ?? []) seen.add(next);
  return seen.has(to);
}
