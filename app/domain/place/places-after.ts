import { cellAfter, type Endings } from "../area/succession.ts";
import { type Cell, cellKey } from "./cell.ts";
import { type Placement, placeInCell } from "./placement.ts";
import type { Places } from "./places.server.ts";

/**
 * The same postcodes in the areas of today: a postcode file may be older than the end of a council, and then names
 * the one that was. Where a council was divided, its successor is left to choose.
 */
export function placesAfter(places: Places, endings: Endings): Places {
  const known = new Map<string, Cell>();

  function after(cell: Cell): Cell {
    const key = cellKey(cell);
    const found = known.get(key) ?? cellAfter(cell, endings);
    known.set(key, found);
    return found;
  }

  return {
    ...places,
    locate(postcode): Placement {
      const placement = places.locate(postcode);
      if (placement.kind !== "placed") return placement;
      const cell = after(placement.cell);
      if (cellKey(cell) === cellKey(placement.cell)) return placement;
      const placed = placeInCell(cell, placement.maybeTerminated);
      return cell.council === "" ? { ...placed, choices: ["council"] } : placed;
    },
    listCombos: () => [
      ...new Map(places.listCombos().map((cell) => [cellKey(after(cell)), after(cell)])).values(),
    ],
  };
}
