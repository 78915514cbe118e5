import { readFileSync } from "node:fs";
import { referenceFile } from "./read-csv.ts";

/** The text of a file of borders or hexagons in `data/boundaries/`. */
export function readBoundaryFile(name: string): string {
  return readFileSync(referenceFile(`boundaries/${name}`), "utf8");
}
