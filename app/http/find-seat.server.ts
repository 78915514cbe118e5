import type { AreaLevel } from "#db/tables/area.ts";
import { findAreas } from "../domain/area/queries.server.ts";
import { type FoundArea, resolveArea } from "../domain/area/search-areas.server.ts";
import type { RequestContext } from "./context.ts";

/** More than a list that one chooses from can hold. */
const OPTIONS = 100;

/** The one area that a form means, or what to put right, with the areas to choose from. */
export type FoundSeat =
  | { ok: true; gssCode: string }
  | { ok: false; errors: Record<string, string>; options: { value: string; label: string }[] };

/** Finds the area of a form by the code that was chosen, or by what was typed. */
export async function findSeat(
  { db }: Pick<RequestContext, "db">,
  { area, areaCode }: { area: string; areaCode: string },
  levels: readonly AreaLevel[],
): Promise<FoundSeat> {
  const typed = areaCode || area.trim().toUpperCase();
  const known = (await findAreas(db.read, [typed])).get(typed);
  if (known) return { ok: true, gssCode: known.gssCode };
  const found = await resolveArea(db.read, { q: area, levels });
  if ("one" in found) return { ok: true, gssCode: found.one.gssCode };
  const { several } = found;
  if (several.length === 0) {
    return { ok: false, errors: { area: "No area of the right kind has this name or code" }, options: [] };
  }
  if (several.length > OPTIONS) {
    return {
      ok: false,
      errors: { area: "Too many areas have this name: add the council’s name" },
      options: [],
    };
  }
  const options = several.map((one) => ({ value: one.gssCode, label: label(one) }));
  return { ok: false, errors: { areaCode: "Several areas have this name: choose one of them" }, options };
}

function label({ name, parentName, gssCode }: FoundArea): string {
  return `${[name, parentName].filter(Boolean).join(", ")} (${gssCode})`;
}
