import type { Cell } from "../place/cell.ts";

/** The areas that have come to their end, and what came after each. */
export interface Endings {
  /** Whether the area under this code has ended. */
  hasEnded(gssCode: string): boolean;
  /** Those that exist today in the place of an ended area, through any number of steps. */
  successorsOf(gssCode: string): readonly string[];
  /** The county of a district, the council of a ward; blank where there is none. */
  parentOf(gssCode: string): string;
}

/**
 * The cell that takes the place of one with ended areas in it; the cell itself where none has ended. What has one
 * successor goes to it. What was divided goes where `located`, the cell that the postcode has today, says; where that
 * does not tell, it is left unknown rather than guessed.
 */
export function cellAfter(cell: Cell, endings: Endings, located?: Cell): Cell {
  const { country, ...codes } = cell;
  if (!Object.values(codes).some((code) => endings.hasEnded(code))) return cell;
  const own = follow(cell.council, endings, located?.council);
  const council =
    own === "" && endings.hasEnded(cell.county) ? follow(cell.county, endings, located?.council) : own;
  const stays = council === "" || council === cell.council;
  const above = openOnly(stays ? cell.county : endings.parentOf(council), endings);
  const isLocated = located !== undefined && located.council === council;
  const ward = follow(cell.ward, endings, isLocated ? located.ward : undefined);
  const keepsWard = ward !== "" && (council === cell.council || endings.parentOf(ward) === council);
  return {
    country,
    ward: keepsWard ? ward : isLocated ? openOnly(located.ward, endings) : "",
    division: above === cell.county ? follow(cell.division, endings, located?.division) : "",
    council,
    county: above,
    constituency: follow(cell.constituency, endings, located?.constituency),
  };
}

/** The code that stands for an ended one: its only successor, or the one of several that is known to be right. */
function follow(code: string, endings: Endings, known: string | undefined): string {
  if (code === "" || !endings.hasEnded(code)) return code;
  const successors = endings.successorsOf(code);
  const [only, ...others] = successors;
  if (only !== undefined && others.length === 0) return only;
  return known !== undefined && successors.includes(known) ? known : "";
}

function openOnly(code: string, endings: Endings): string {
  return endings.hasEnded(code) ? "" : code;
}
