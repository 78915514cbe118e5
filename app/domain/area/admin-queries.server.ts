import { asc, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { versionOf } from "../representative/version.server.ts";
import { type Area, findArea } from "./queries.server.ts";

/** An area as an admin sees it. */
export interface ManagedArea {
  area: Area;
  parent?: Area;
  /** What came after it, and what it came after. */
  successors: Area[];
  predecessors: Area[];
  version: string;
}

/** One area with its neighbours in time, or undefined. */
export async function findManagedArea(read: Reader, gssCode: string): Promise<ManagedArea | undefined> {
  const { areas, areaSuccessors } = read.tables;
  const area = await findArea(read, gssCode);
  if (!area) return undefined;
  const successors = await read
    .select({ area: areas })
    .from(areaSuccessors)
    .innerJoin(areas, eq(areas.gssCode, areaSuccessors.successorGss))
    .where(eq(areaSuccessors.gssCode, gssCode))
    .orderBy(asc(areas.gssCode));
  const predecessors = await read
    .select({ area: areas })
    .from(areaSuccessors)
    .innerJoin(areas, eq(areas.gssCode, areaSuccessors.gssCode))
    .where(eq(areaSuccessors.successorGss, gssCode))
    .orderBy(asc(areas.gssCode));
  return {
    area,
    parent: area.parentGss === "" ? undefined : await findArea(read, area.parentGss),
    successors: successors.map((row) => row.area),
    predecessors: predecessors.map((row) => row.area),
    version: versionOf(area),
  };
}
