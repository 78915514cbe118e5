import { placeSuccession } from "../place/place-succession.server.ts";
import type { Site } from "../site.ts";
import { type Ending, type EndOutcome, endAreas } from "./end-areas.server.ts";

/**
 * Ends a council after its last day: its published numbers are frozen on its page, its successors named, and the
 * signatures of campaigns that go on are placed anew, which goes on where it stopped when it is asked again.
 */
export async function endCouncil(site: Site, ending: Ending, now: number): Promise<EndOutcome> {
  const outcomes = await site.db.transaction("end council", (tx) => endAreas(tx, [ending], now));
  const outcome = outcomes.get(ending.gssCode) ?? "unknown_area";
  if (outcome === "ended" || outcome === "already_ended") await placeSuccession(site, now);
  return outcome;
}
