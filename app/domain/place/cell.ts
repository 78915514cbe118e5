import { z } from "zod";

/**
 * One combination of codes that a signature is counted under; `""` is unknown. `country` is `GB-ENG`, `GB-SCT`,
 * `GB-WLS` or `GB-NIR` where the nation is known, `GB` for an unplaced one, else an ISO 3166-1 alpha-2 code.
 * `council` is the district or unitary, `county` the county above it (blank where unitary).
 */
export type Cell = {
  country: string;
  ward: string;
  division: string;
  council: string;
  county: string;
  constituency: string;
};

/** Areas that a person may be asked to choose, because their postcode cannot settle them. */
export type Choosable = "council" | "ward" | "constituency";

/** Counted for the United Kingdom and nowhere in it. */
export const UNPLACED: Cell = cellOfCountry("GB");

/** The cell of a whole country, for people who live outside Great Britain. */
export function cellOfCountry(country: string): Cell {
  return { country, ward: "", division: "", council: "", county: "", constituency: "" };
}

/** A text that two cells share when, and only when, all their codes are the same. */
export function cellKey(cell: Cell): string {
  return [cell.country, cell.ward, cell.division, cell.council, cell.county, cell.constituency].join("|");
}

/** The nation that a GSS code belongs to, as an ISO 3166-2 code; `GB` for any other text. */
export function countryOfGss(gssCode: string): string {
  const countries: Record<string, string> = { E: "GB-ENG", S: "GB-SCT", W: "GB-WLS", N: "GB-NIR" };
  return countries[gssCode.charAt(0)] ?? "GB";
}

const ChosenCode = z
  .string()
  .trim()
  .regex(/^(?:[ENSW]\d{8})?$/, "Choose a place from the list")
  .default("");

/** The optional fields of a form in which a person chooses their places; blank is no choice. */
export const PlaceChoice = z.object({
  constituency: ChosenCode,
  council: ChosenCode,
  ward: ChosenCode,
});
export type PlaceChoice = z.infer<typeof PlaceChoice>;
