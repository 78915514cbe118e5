import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { AreaLevel } from "#db/tables/area.ts";
import { findArea } from "../area/queries.server.ts";
import { type Basis, basisFor } from "./basis.ts";
import { readCounties } from "./counties.server.ts";
import { toldLevel } from "./forwarding.ts";

/** The count that an item of a message may state now, and of whom. */
export interface CountNow {
  basis: Basis;
  tally: number;
  /** Of the area counted; `council` for a county, and for everyone. */
  level: AreaLevel;
  /** Blank for everyone. */
  areaName: string;
}

/**
 * What may be said now of an item of a message, from the present publication: a blank code is everyone who signed,
 * a county is what a councillor of it hears whose division is not known. Undefined where nothing may be said.
 */
export async function countNow(
  read: Reader,
  { campaignId, gssCode }: { campaignId: string; gssCode: string },
): Promise<CountNow | undefined> {
  if (gssCode === "") return everyoneNow(read, campaignId);
  const area = await findArea(read, gssCode);
  if (!area) return undefined;
  const { level, name: areaName, parentGss } = area;
  const { publishedTallies } = read.tables;
  const [published] = await read
    .select({ tally: publishedTallies.count })
    .from(publishedTallies)
    .where(
      and(
        eq(publishedTallies.campaignId, campaignId),
        eq(publishedTallies.code, gssCode),
        inArray(publishedTallies.level, level === "council" ? ["upper"] : [level]),
      ),
    );
  if (!published) return undefined;
  const { tally } = published;
  const seat = toldLevel(level);
  if (seat === undefined) return { basis: "across", tally, level, areaName };
  const counties = level === "division" ? await readCounties(read, [campaignId]) : undefined;
  const basis = basisFor(seat, counties?.(campaignId, parentGss));
  return basis === "across" ? undefined : { basis, tally, level, areaName };
}

async function everyoneNow(read: Reader, campaignId: string): Promise<CountNow | undefined> {
  const { publications } = read.tables;
  const [publication] = await read
    .select({ tally: publications.total })
    .from(publications)
    .where(eq(publications.campaignId, campaignId));
  return publication && { basis: "everyone", tally: publication.tally, level: "council", areaName: "" };
}
