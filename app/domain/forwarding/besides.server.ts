import { and, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Area } from "../area/queries.server.ts";
import { councilTier } from "../area/tier.ts";
import type { Counted } from "./counted.ts";
import type { ReportedItem } from "./report.ts";

/** The area around a ward or a division with its own count; undefined where that is not published. */
export type BesideOf = (one: Counted) => ReportedItem["beside"];

/** Reads the counts of the areas around wards and divisions; these areas are among `areas`. */
export async function readBesides(
  read: Reader,
  all: readonly Counted[],
  areas: ReadonlyMap<string, Area>,
): Promise<BesideOf> {
  const inside = all.filter(isInside);
  if (inside.length === 0) return () => undefined;
  const { publishedTallies } = read.tables;
  const rows = await read
    .select()
    .from(publishedTallies)
    .where(
      and(
        inArray(publishedTallies.campaignId, [...new Set(inside.map(({ campaignId }) => campaignId))]),
        inArray(publishedTallies.level, ["upper", "lower"]),
        inArray(publishedTallies.code, [...new Set(inside.map(({ seat }) => seat.parentGss))]),
      ),
    );
  const counts = new Map(
    rows.map(({ campaignId, level, code, count }) => [`${campaignId} ${level} ${code}`, count]),
  );
  return (one) => {
    const area = isInside(one) ? areas.get(one.seat.parentGss) : undefined;
    if (!area) return undefined;
    const count = counts.get(`${one.campaignId} ${councilTier(area)} ${area.gssCode}`);
    return count === undefined ? undefined : { name: area.shortName, count };
  };
}

function isInside({ basis, level }: Counted): boolean {
  return basis !== "everyone" && basis !== "across" && level !== "constituency";
}
