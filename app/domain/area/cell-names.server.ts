import type { Reader } from "#db/database.ts";
import type { Cell } from "../place/cell.ts";
import { countryName } from "../place/country.ts";
import { type Area, findAreas } from "./queries.server.ts";

/** The areas of one cell by what they are called; undefined where the cell does not know. */
export interface CellAreas {
  ward?: Area;
  division?: Area;
  council?: Area;
  county?: Area;
  constituency?: Area;
  /** The country's name, for somebody outside the United Kingdom. */
  abroad?: string;
}

/** Looks up the areas of a cell. */
export async function findCellAreas(read: Reader, cell: Cell): Promise<CellAreas> {
  const { ward, division, council, county, constituency, country } = cell;
  const areas = await findAreas(read, [ward, division, council, county, constituency].filter(Boolean));
  return {
    ward: areas.get(ward),
    division: areas.get(division),
    council: areas.get(council),
    county: areas.get(county),
    constituency: areas.get(constituency),
    abroad: country.startsWith("GB") ? undefined : countryName(country),
  };
}
