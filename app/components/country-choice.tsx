import type { ReactElement } from "react";
import { Choice, type ChoiceOption } from "./choice.tsx";

// ISO 3166-1 alpha-2 without GB. The Crown dependencies and Gibraltar come first: most who choose are from there.
const NEAR = "JE GG IM GI";
const WORLD =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GD GE GF GH GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IN IO IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

const COUNTRIES = [...named(NEAR), ...named(WORLD).sort((a, b) => a.label.localeCompare(b.label, "en-GB"))];

/** For those outside the United Kingdom: with a country, no postcode is needed. */
export function CountryChoice({ value, error }: { value?: string; error?: string }): ReactElement {
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

function named(codes: string): ChoiceOption[] {
  const names = new Intl.DisplayNames("en-GB", { type: "region" });
  return codes.split(" ").map((code) => ({ value: code, label: names.of(code) ?? code }));
}
