import type { Reader } from "#db/database.ts";
import { listConstituencies, listLowerCouncils, listWards } from "../area/queries.server.ts";
import type { Cell } from "./cell.ts";
import type { Places } from "./places.server.ts";

/** A list to choose one area from. */
export interface PlaceQuestion {
  field: "constituency" | "council" | "ward";
  options: { value: string; label: string }[];
  /** What was chosen before; blank where nothing was. */
  value: string;
}

/**
 * What somebody may choose because their postcode cannot settle it: nothing for most people. Without `isAgain` only
 * what they have not chosen yet. Northern Ireland has its own lists.
 */
export async function listPlaceQuestions(
  read: Reader,
  places: Places,
  signature: { postcode: string; country: string; cell: Cell },
  isAgain = false,
): Promise<PlaceQuestion[]> {
  if (signature.country !== "" || signature.postcode === "") return [];
  const { choices, kind } = places.locate(signature.postcode);
  const { cell } = signature;
  const inNation = (code: string) => kind !== "northern-ireland" || code.startsWith("N");
  const questions: PlaceQuestion[] = [];
  for (const field of choices) {
    if (cell[field] !== "" && !isAgain) continue;
    const areas =
      field === "constituency"
        ? await listConstituencies(read)
        : field === "council"
          ? await listLowerCouncils(read)
          : await listWards(read, cell.council);
    questions.push({
      field,
      value: cell[field],
      options: areas
        .filter((area) => inNation(area.gssCode))
        .map((area) => ({ value: area.gssCode, label: area.name })),
    });
  }
  return questions;
}
