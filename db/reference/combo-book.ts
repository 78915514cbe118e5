import type { ComboNote, ComboRow } from "./postcode-file.ts";

/** The codes of one line of the sources. */
export type SourceCodes = {
  council: string;
  county: string;
  ward: string;
  constituency: string;
  division: string;
  quality: string;
};

/** Numbers the combinations of codes as they are met. */
export type ComboBook = {
  idOf(codes: SourceCodes): number;
  at(id: number): ComboRow | undefined;
  rows(): ComboRow[];
};

/** Essex, Norfolk and Suffolk voted on new divisions in May 2026; the source has those before. */
const REDIVIDED_COUNTIES = new Set(["E10000012", "E10000020", "E10000029"]);

const COUNTRY_BY_LETTER = new Map([
  ["E", "GB-ENG"],
  ["S", "GB-SCT"],
  ["W", "GB-WLS"],
  ["N", "GB-NIR"],
]);

/** Opens an empty book of combinations; `isOutdated` says whose division is left out because the county has new ones. */
export function comboBook(
  isOutdated: (codes: SourceCodes) => boolean = ({ county }) => isRedivided(county),
): ComboBook {
  const rows: ComboRow[] = [];
  const ids = new Map<string, number>();
  return {
    idOf(codes) {
      const division = isOutdated(codes) ? "" : codes.division;
      const note = noteOf(codes.quality);
      const key = `${codes.ward},${division},${codes.council},${codes.county},${codes.constituency},${note}`;
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = rows.length;
      ids.set(key, id);
      const { ward, council, county, constituency } = codes;
      rows.push({ id, country: countryOf(council), ward, division, council, county, constituency, note });
      return id;
    },
    at: (id) => rows[id],
    rows: () => rows,
  };
}

/** Whether a county has other divisions since May 2026 than the shipped files. */
export function isRedivided(county: string): boolean {
  return REDIVIDED_COUNTIES.has(county);
}

function countryOf(council: string): string {
  return COUNTRY_BY_LETTER.get(council.charAt(0)) ?? "GB";
}

function noteOf(quality: string): ComboNote {
  if (quality === "s") return "nearest";
  if (quality === "0" || quality === "f") return "no-location";
  return "";
}
