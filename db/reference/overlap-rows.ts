import type { Tables } from "../schema.ts";
import { readCsv } from "./read-csv.ts";

type OverlapRow = Tables["areaOverlaps"]["$inferInsert"];

/** What a combination of codes in the postcode file says of overlaps. */
export type ComboCodes = { ward: string; division: string; constituency: string };

/**
 * Which areas share ground, each pair once: councils with constituencies, counted in postcodes where there are
 * any, wards with constituencies as listed, divisions with constituencies and wards as postcodes show.
 */
export function readOverlapRows(combos: readonly ComboCodes[]): OverlapRow[] {
  const rows = new Map<string, OverlapRow>();
  const add = (gssCode: string, otherGss: string, postcodeCount: number | null = null) => {
    const key = `${gssCode} ${otherGss}`;
    if (gssCode !== "" && otherGss !== "" && !rows.has(key))
      rows.set(key, { gssCode, otherGss, postcodeCount });
  };
  const counted = new Set<string>();
  for (const row of readCsv("council-constituency.csv", ["council_gss", "constituency_gss", "postcodes"])) {
    counted.add(row("constituency_gss"));
    add(row("council_gss"), row("constituency_gss"), Number(row("postcodes")));
  }
  for (const row of readCsv("constituencies.csv", ["gss_code", "council_gss_codes"])) {
    // Northern Ireland's postcodes are not in the files; elsewhere a pair that is not counted is a sliver.
    if (counted.has(row("gss_code"))) continue;
    for (const council of codes(row("council_gss_codes"))) add(council, row("gss_code"));
  }
  for (const row of readCsv("wards.csv", ["gss_code", "constituency_gss_codes"])) {
    for (const constituency of codes(row("constituency_gss_codes"))) add(row("gss_code"), constituency);
  }
  for (const { ward, division, constituency } of combos) {
    add(division, constituency);
    add(ward, division);
  }
  return [...rows.values()];
}

function codes(list: string): string[] {
  return list.split(" ").filter(Boolean);
}
