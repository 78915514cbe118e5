import type { Reader } from "#db/database.ts";
import { type FrozenTally, listFrozenTallies } from "./frozen.server.ts";
import { type Area, listCurrentAreas } from "./queries.server.ts";

/** How an area ended: its last day, what came after it, and the numbers that stood on its page that day. */
export interface AreaEnding {
  endsOn: string;
  successors: Area[];
  frozen: FrozenTally[];
}

/** How an area ended; undefined while it exists. A campaign counted in two tiers there is named once. */
export async function findEnding(read: Reader, area: Area): Promise<AreaEnding | undefined> {
  if (area.endsOn === "") return undefined;
  const [successors, frozen] = await Promise.all([
    listCurrentAreas(read, area.gssCode),
    listFrozenTallies(read, area.gssCode),
  ]);
  const once = new Map(frozen.map((tally) => [`${tally.kind} ${tally.slug}`, tally]));
  return { endsOn: area.endsOn, successors, frozen: [...once.values()] };
}
