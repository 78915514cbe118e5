import { and, eq, lt, ne } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Endings } from "./succession.ts";

/** The areas whose last day lies before `today` (London), in memory. */
export async function listEndings(read: Reader, today: string): Promise<Endings & { codes: string[] }> {
  const { areas, areaSuccessors } = read.tables;
  const ended = await read
    .select({ gssCode: areas.gssCode })
    .from(areas)
    .where(and(ne(areas.endsOn, ""), lt(areas.endsOn, today)))
    .orderBy(areas.gssCode);
  const links = await read
    .select()
    .from(areaSuccessors)
    .orderBy(areaSuccessors.gssCode, areaSuccessors.successorGss);
  const parents = await read
    .select({ gssCode: areas.gssCode, parentGss: areas.parentGss })
    .from(areas)
    .where(eq(areas.endsOn, ""));
  const gone = new Set(ended.map((area) => area.gssCode));
  const next = new Map<string, string[]>();
  for (const { gssCode, successorGss } of links)
    next.set(gssCode, [...(next.get(gssCode) ?? []), successorGss]);
  const parentOf = new Map(parents.map((area) => [area.gssCode, area.parentGss]));

  function successorsOf(gssCode: string, seen: ReadonlySet<string> = new Set()): string[] {
    if (seen.has(gssCode)) return [];
    const path = new Set([...seen, gssCode]);
    const found = (next.get(gssCode) ?? []).flatMap((code) =>
      gone.has(code) ? successorsOf(code, path) : [code],
    );
    return [...new Set(found)];
  }

  return {
    codes: [...gone],
    hasEnded: (gssCode) => gone.has(gssCode),
    successorsOf: (gssCode) => successorsOf(gssCode),
    parentOf: (gssCode) => parentOf.get(gssCode) ?? "",
  };
}
