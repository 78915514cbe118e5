import { type Cell, type Choosable, cellOfCountry, UNPLACED } from "./cell.ts";
import { SPECIAL_COUNTRIES, type SpecialPostcode } from "./special-postcode.ts";

/** Where a postcode is counted, why, and which areas its owner may be offered to choose. */
export type Placement = PlacedPostcode | OpenPlacement;

/** In the postcode file, with at least council and constituency. */
export type PlacedPostcode = {
  kind: "placed";
  cell: Cell;
  /** `ward` where the council has new wards that the postcode cannot tell apart. */
  choices: readonly Choosable[];
  wardUnknown: boolean;
  /** In a county, where the division is unknown, or only guessed. */
  divisionUnknown: boolean;
  /** Newer than the postcode file or no longer in use, placed by its nearest neighbour. */
  maybeTerminated: boolean;
};

/**
 * Not placed by the file: `unknown` is well-formed but not there, `non-geographic` has no published place,
 * `forces` is the British Forces post.
 */
export type OpenPlacement = {
  kind: "unknown" | SpecialPostcode["kind"];
  cell: Cell;
  choices: readonly Choosable[];
};

const COUNCIL_AND_CONSTITUENCY: readonly Choosable[] = ["council", "constituency"];

/** Well-formed, and in no list: it may be new. */
export const UNKNOWN_POSTCODE: Placement = {
  kind: "unknown",
  cell: UNPLACED,
  choices: COUNCIL_AND_CONSTITUENCY,
};

/** A real postcode without a published place. */
export const NO_LOCATION: Placement = {
  kind: "non-geographic",
  cell: UNPLACED,
  choices: COUNCIL_AND_CONSTITUENCY,
};

/** The placement of a postcode that its letters alone explain. */
export function placeSpecial(special: SpecialPostcode): Placement {
  switch (special.kind) {
    case "northern-ireland":
      return { kind: special.kind, cell: cellOfCountry("GB-NIR"), choices: COUNCIL_AND_CONSTITUENCY };
    case "crown-dependency":
    case "overseas-territory":
      return { kind: special.kind, cell: cellOfCountry(special.country), choices: [] };
    case "forces":
    case "non-geographic":
      return { kind: special.kind, cell: UNPLACED, choices: COUNCIL_AND_CONSTITUENCY };
  }
}

/** The cells of postcodes that the postcode file does not place. */
export function listSpecialCells(): Cell[] {
  return SPECIAL_COUNTRIES.map(cellOfCountry);
}

/** The placement of a cell that the postcode file gives. */
export function placeInCell(cell: Cell, maybeTerminated: boolean): PlacedPostcode {
  const wardUnknown = cell.ward === "";
  return {
    kind: "placed",
    cell,
    choices: wardUnknown ? ["ward"] : [],
    wardUnknown,
    divisionUnknown: cell.county !== "" && cell.division === "",
    maybeTerminated,
  };
}
