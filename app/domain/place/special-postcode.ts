/** A postcode that no map of Great Britain places, and what it says of where its owner lives. */
export type SpecialPostcode =
  | { kind: "northern-ireland" }
  | { kind: "forces" }
  | { kind: "non-geographic" }
  | { kind: "crown-dependency"; country: "GG" | "JE" | "IM" }
  | { kind: "overseas-territory"; country: string };

/** Codes of the overseas territories, one for each, with their ISO 3166-1 country. */
const TERRITORIES: ReadonlyMap<string, string> = new Map([
  ["AI2640", "AI"],
  ["ASCN1ZZ", "SH"],
  ["BBND1ZZ", "IO"],
  ["BIQQ1ZZ", "AQ"],
  ["FIQQ1ZZ", "FK"],
  ["GX111AA", "GI"],
  ["PCRN1ZZ", "PN"],
  ["SIQQ1ZZ", "GS"],
  ["STHL1ZZ", "SH"],
  ["TDCU1ZZ", "SH"],
  ["TKCA1ZZ", "TC"],
]);

const GIROBANK = "GIR0AA";

const BY_FOLDED_FORM: ReadonlyMap<string, string> = new Map(
  [GIROBANK, ...TERRITORIES.keys()].map((code) => [code.replaceAll("O", "0").replaceAll("I", "1"), code]),
);

/** Areas (letters before the first digit) that lie outside Great Britain or nowhere. */
const BY_AREA: ReadonlyMap<string, SpecialPostcode> = new Map<string, SpecialPostcode>([
  ["BT", { kind: "northern-ireland" }],
  ["BF", { kind: "forces" }],
  ["BFPO", { kind: "forces" }],
  ["BX", { kind: "non-geographic" }],
  ["XX", { kind: "non-geographic" }],
  ["GY", { kind: "crown-dependency", country: "GG" }],
  ["JE", { kind: "crown-dependency", country: "JE" }],
  ["IM", { kind: "crown-dependency", country: "IM" }],
]);

/** The countries that special postcodes place their owners in. */
export const SPECIAL_COUNTRIES: readonly string[] = [
  ...new Set(["GB", "GB-NIR", "GG", "JE", "IM", ...TERRITORIES.values()]),
];

/** The one special code that reads like this once O is 0 and I is 1. */
export function specialByFoldedForm(folded: string): string | undefined {
  return BY_FOLDED_FORM.get(folded);
}

/** What a postcode's letters alone say of its place; undefined for those that only the postcode file can place. */
export function findSpecialPostcode(postcode: string): SpecialPostcode | undefined {
  const territory = TERRITORIES.get(postcode);
  if (territory) return { kind: "overseas-territory", country: territory };
  if (postcode === GIROBANK || postcode.startsWith("XM4")) return { kind: "non-geographic" };
  return BY_AREA.get(/^[A-Z]+/.exec(postcode)?.[0] ?? "");
}
