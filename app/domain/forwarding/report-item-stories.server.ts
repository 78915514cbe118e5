import { and, asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { type Area, findAreas } from "../area/queries.server.ts";
import { listInventedCouncils } from "../story/invented-stories.server.ts";
import type { StorySum } from "../story/sum.ts";
import { listStorySums } from "../story/sum-stories.server.ts";
import type { ReportedItem, ReportedStories } from "./report.ts";

/** What a message says of families' stories; undefined where it says nothing. */
export type StoriesOf = (items: readonly ReportedItem[]) => ReportedStories | undefined;

/**
 * Reads the line on families' stories for messages about schools: of the council that runs education where their
 * reader sits, as that council's own page shows it, and nothing else.
 *
 * There is no sum of a district, a constituency, or of those authors alone who let us point their representatives to
 * their story: whoever took one from the council's would learn of the few families that make the difference, and no
 * distance between all such sums, as they move, keeps that from adding up. What stands on a page that everybody reads
 * can be said to everybody; no word of a story goes with it, so no story is noted as having gone there. It is read in
 * the transaction that begins the message, whose request is then kept as it is: repeated, it says the same.
 */
export async function readStories(
  read: Reader,
  items: readonly ReportedItem[],
  mode: DeliveryMode,
): Promise<StoriesOf> {
  const told = items.filter(({ isAboutSchools }) => isAboutSchools === true);
  const sums = told.length === 0 ? new Map<string, StorySum>() : await listStorySums(read);
  // Nobody real is told of families that were invented.
  if (mode === "live" && sums.size > 0)
    for (const code of await listInventedCouncils(read)) sums.delete(code);
  if (sums.size === 0) return () => undefined;
  const inSeat = await readConstituencyCouncils(
    read,
    told.flatMap(({ level, gssCode }) => (level === "constituency" ? [gssCode] : [])),
  );
  const councils = await readCouncils(read, [
    ...told.flatMap(({ gssCode, bodyGss }) => [gssCode, bodyGss]),
    ...[...inSeat.values()].flat(),
  ]);
  return (own) => {
    for (const item of own) {
      if (item.isAboutSchools !== true) continue;
      const council = councilOf(item, { inSeat, councils });
      const sum = council && sums.get(council.gssCode);
      if (council && sum) return asLine(council, sum);
    }
    return undefined;
  };
}

function asLine(
  { shortName, slug }: Area,
  { familyCount, totals: { monthsOut } }: StorySum,
): ReportedStories {
  return {
    ...{ place: shortName, slug, familyCount },
    // One that stood still is of fewer families than are named beside it.
    ...(monthsOut && !monthsOut.isHeld ? { monthsOut: monthsOut.about } : {}),
  };
}

interface Known {
  inSeat: ReadonlyMap<string, readonly string[]>;
  councils: (gssCode: string) => Area | undefined;
}

/** Where a constituency reaches into several councils: the one that is asked, or the one with most of its postcodes. */
function councilOf(
  { basis, level, gssCode, bodyGss }: ReportedItem,
  { inSeat, councils }: Known,
): Area | undefined {
  const asked = councils(bodyGss);
  if (basis === "everyone") return asked;
  if (level !== "constituency") return councils(gssCode);
  const here = (inSeat.get(gssCode) ?? []).flatMap((code) => councils(code) ?? []);
  return here.find((council) => council.gssCode === asked?.gssCode) ?? here[0];
}

/** The councils that share ground with constituencies, those with most postcodes first. */
async function readConstituencyCouncils(
  read: Reader,
  constituencies: readonly string[],
): Promise<Map<string, string[]>> {
  if (constituencies.length === 0) return new Map();
  const { areas, areaOverlaps } = read.tables;
  const rows = await read
    .select({
      seat: areaOverlaps.otherGss,
      council: areaOverlaps.gssCode,
      postcodeCount: areaOverlaps.postcodeCount,
    })
    .from(areaOverlaps)
    .innerJoin(areas, eq(areas.gssCode, areaOverlaps.gssCode))
    .where(
      and(
        inArray(areaOverlaps.otherGss, [...new Set(constituencies)]),
        eq(areas.level, "council"),
        eq(areas.endsOn, ""),
      ),
    )
    .orderBy(asc(areaOverlaps.otherGss), asc(areaOverlaps.gssCode));
  const found = new Map<string, string[]>();
  for (const { seat, council } of rows.toSorted((a, b) => (b.postcodeCount ?? 0) - (a.postcodeCount ?? 0)))
    found.set(seat, [...(found.get(seat) ?? []), council]);
  return found;
}

/** The council that runs education at an area's code: of a ward its council, of a district its county. */
async function readCouncils(
  read: Reader,
  gssCodes: readonly string[],
): Promise<(gssCode: string) => Area | undefined> {
  const areas = new Map<string, Area>();
  let wanted = [...gssCodes];
  // A ward, its district, the county around that.
  for (let step = 0; step < 3 && wanted.length > 0; step++) {
    const found = await findAreas(read, wanted);
    for (const [code, area] of found) areas.set(code, area);
    wanted = [...found.values()].flatMap(({ parentGss }) => (areas.has(parentGss) ? [] : [parentGss]));
  }
  return (gssCode) => {
    let area = areas.get(gssCode);
    while (area && (area.level !== "council" || area.kind === "district")) area = areas.get(area.parentGss);
    return area;
  };
}
