import { stringify } from "csv-stringify/sync";
import type { CountedHour } from "../../domain/campaign/count-history.server.ts";

/** A campaign's history as CSV: the hour in UTC, what it changed, the total after it. */
export function historyCsv(hours: readonly CountedHour[]): string {
  let total = 0;
  const rows = hours.map(({ hour, change }) => {
    total += change;
    return [new Date(hour).toISOString().replace(".000Z", "Z"), change, total];
  });
  return stringify([["hour_utc", "change", "total"], ...rows], { escape_formulas: true });
}
