import { asc, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/** What the areas before them were called, by the code of each successor. */
export async function listFormerNames(read: Reader): Promise<Map<string, string[]>> {
  const { areas, areaSuccessors } = read.tables;
  const rows = await read
    .select({ successorGss: areaSuccessors.successorGss, name: areas.name })
    .from(areaSuccessors)
    .innerJoin(areas, eq(areas.gssCode, areaSuccessors.gssCode))
    .orderBy(asc(areaSuccessors.successorGss), asc(areas.gssCode));
  const names = new Map<string, string[]>();
  for (const { successorGss, name } of rows)
    names.set(successorGss, [...(names.get(successorGss) ?? []), name]);
  return names;
}
