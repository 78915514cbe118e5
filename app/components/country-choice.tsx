import type { ReactElement } from "react";
import { COUNTRY_CODES, countryName } from "#app/domain/place/country.ts";
import { Choice, type ChoiceOption } from "./choice.tsx";

// The Crown dependencies and Gibraltar stand first: most who look here are from there.
const NEAR = ["JE", "GG", "IM", "GI"];

const COUNTRIES = [
  ...NEAR.map(named),
  ...COUNTRY_CODES.filter((code) => !NEAR.includes(code))
    .map(named)
    .sort((a, b) => a.label.localeCompare(b.label, "en-GB")),
];

interface CountryChoiceProps {
  /** ISO 3166-1 alpha-2; blank for the United Kingdom. */
  value?: string;
  error?: string;
}

/** For those outside the United Kingdom: with a country, no postcode is needed. */
export function CountryChoice({ value, error }: CountryChoiceProps): ReactElement {
  return (
    <details open={Boolean(value) || error !== undefined}>
      <summary>I live outside the UK</summary>
      <Choice
        name="country"
        label="Country"
        hint="Then we need no postcode."
        blank="United Kingdom"
        options={COUNTRIES}
        value={value}
        error={error}
        autoComplete="country"
      />
    </details>
  );
}

function named(code: string): ChoiceOption {
  return { value: code, label: countryName(code) };
}
