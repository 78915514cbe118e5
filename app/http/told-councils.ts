import type { LedgerRow } from "../domain/forwarding/ledger.ts";

/** The councils that a ledger's rows are of, by name, to choose from. */
export function councilChoices(rows: readonly LedgerRow[]): { value: string; label: string }[] {
  const names = new Map(rows.map(({ councilGss, councilName }) => [councilGss, councilName]));
  names.delete("");
  return [...names]
    .map(([value, label]) => ({ value, label: label || value }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}
