import type { AreaLevel } from "#db/tables/area.ts";
import { type Cell, countryOfGss, type PlaceChoice } from "./cell.ts";

/** What a choice needs to know of an area: its level and the area above it (council of a ward, county of a district). */
export type ChosenArea = {
  gssCode: string;
  level: AreaLevel;
  /** Of councils: `county` is the upper of two tiers. */
  kind: string;
  parentGss: string;
};

/**
 * Fills what a postcode left open with what its owner chose. A choice never changes what is known, a chosen ward
 * brings its council and county, a chosen council its county; whatever contradicts the postcode, an earlier
 * choice or another nation is left out, so that no vote lands where its owner cannot live.
 * `areas` finds a chosen area or the parent of one; a code it does not know counts as no choice.
 */
export function chooseCell(
  known: Cell,
  choice: PlaceChoice,
  areas: (gssCode: string) => ChosenArea | undefined,
): Cell {
  if (!known.country.startsWith("GB")) return known;
  const ward = chosen(choice.ward, "ward");
  const council = chosen(choice.council, "council");
  const constituency = chosen(choice.constituency, "constituency");

  let cell = known;
  if (ward) cell = withWard(cell, ward);
  if (council) cell = withCouncil(cell, council);
  if (constituency && cell.constituency === "" && fitsNation(cell, constituency)) {
    cell = { ...cell, country: countryOfGss(constituency.gssCode), constituency: constituency.gssCode };
  }
  return cell;

  function chosen(code: string, level: ChosenArea["level"]): ChosenArea | undefined {
    const area = code === "" ? undefined : areas(code);
    return area?.level === level ? area : undefined;
  }

  function withWard(before: Cell, area: ChosenArea): Cell {
    if (before.ward !== "") return before;
    const above = areas(area.parentGss);
    const placed = above ? withCouncil(before, above) : before;
    return placed.council === area.parentGss ? { ...placed, ward: area.gssCode } : before;
  }

  function withCouncil(before: Cell, area: ChosenArea): Cell {
    if (before.council !== "" || !fitsNation(before, area)) return before;
    const country = countryOfGss(area.gssCode);
    if (area.kind === "county") {
      return before.county === "" ? { ...before, country, county: area.gssCode } : before;
    }
    if (before.county !== "" && before.county !== area.parentGss) return before;
    return { ...before, country, council: area.gssCode, county: area.parentGss };
  }
}

function fitsNation(cell: Cell, area: ChosenArea): boolean {
  return cell.country === "GB" || cell.country === countryOfGss(area.gssCode);
}
