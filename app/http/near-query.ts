import { countryName, isCountryCode } from "../domain/place/country.ts";

/** Places whose postcodes name no council, by the word in the address that says so. */
const PLACES = [
  "northern-ireland",
  "forces",
  "non-geographic",
  "crown-dependency",
  "overseas-territory",
] as const;

export type NearPlace = (typeof PLACES)[number];

/** Reads where somebody was found who has no council of ours; undefined where nothing, or nothing known, is said. */
export function readNearQuery(url: string): { place: NearPlace; country: string } | undefined {
  const params = new URL(url).searchParams;
  const place = PLACES.find((one) => one === params.get("place"));
  const country = params.get("country") ?? "";
  return place && { place, country: isCountryCode(country) ? countryName(country) : "This place" };
}

/** The address that says kindly why a postcode leads to no council; it holds no postcode. */
export function nearQuery(place: NearPlace, country: string): string {
  return `?${new URLSearchParams({ place, ...(isCountryCode(country) ? { country } : {}) })}`;
}
