import type { Reader } from "#db/database.ts";
import type { Cell, PlaceChoice } from "../place/cell.ts";
import { cellFromChoice } from "../place/cell-from-choice.server.ts";
import { listPlaceQuestions, type PlaceQuestion } from "../place/place-choices.server.ts";
import type { Placement } from "../place/placement.ts";
import type { Places } from "../place/places.server.ts";
import { listSitting, type SittingRepresentative } from "../representative/queries.server.ts";
import { type CellAreas, findCellAreas } from "./cell-names.server.ts";

/** The areas somebody lives in, who speaks for each, and what their postcode left open. */
export interface WhoSpeaks {
  kind: Placement["kind"];
  areas: CellAreas;
  /** By the code of their area. */
  representatives: SittingRepresentative[];
  /** What may still be chosen. */
  questions: PlaceQuestion[];
  /** Whether the postcode is in the file as new or no longer in use. */
  maybeTerminated: boolean;
  /** In a county, and its part of it is not known. */
  divisionUnknown: boolean;
}

/** Who speaks for somebody at a postcode as `readPostcode` gives it, with what they chose where it leaves something open. */
export async function findWhoSpeaks(
  { db: { read }, places }: { db: { read: Reader }; places: Places },
  { postcode, choice }: { postcode: string; choice: PlaceChoice },
  now: number,
): Promise<WhoSpeaks> {
  const placement = places.locate(postcode);
  const cell = await chosenCell(read, placement, choice);
  const [areas, representatives, questions] = await Promise.all([
    findCellAreas(read, cell),
    listSitting(read, [cell.constituency, cell.county, cell.division, cell.council, cell.ward], now),
    listPlaceQuestions(read, places, { postcode, country: "", cell }),
  ]);
  return {
    kind: placement.kind,
    areas,
    representatives,
    questions,
    maybeTerminated: placement.kind === "placed" && placement.maybeTerminated,
    divisionUnknown: cell.county !== "" && cell.division === "",
  };
}

async function chosenCell(read: Reader, placement: Placement, choice: PlaceChoice): Promise<Cell> {
  const offered = placement.choices;
  return cellFromChoice(read, placement.cell, {
    constituency: offered.includes("constituency") ? choice.constituency : "",
    council: offered.includes("council") ? choice.council : "",
    ward: offered.includes("ward") ? choice.ward : "",
  });
}
