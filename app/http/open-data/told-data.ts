import { stringify } from "csv-stringify/sync";
import type { LedgerRow } from "../../domain/forwarding/ledger.ts";
import type { ToldPage } from "../read-told.server.ts";
import { writeToldQuery } from "../told-query.ts";

/** Rows of the ledger on one page of its JSON. */
const JSON_ROWS = 500;

/** What the ledger tells programs of one row; times in UTC. Never an address. */
export function toldAttributes(row: LedgerRow) {
  return {
    representative: row.name || null,
    kind: row.kind,
    invented: row.isInvented,
    area: row.areaName,
    ons_code: row.gssCode,
    council: row.councilName || null,
    council_ons_code: row.councilGss || null,
    count: row.count,
    count_of: row.basis,
    told_count: row.toldCount,
    first_told_at: iso(row.firstToldAt),
    last_told_at: iso(row.toldAt),
    state: row.state,
    answered: row.answer !== undefined,
    stance: row.answer?.stance ?? null,
    answered_at: iso(row.answer?.publishedAt),
  };
}

/** The rows that were asked for as CSV: the same columns as the JSON has, with the representative's id first. */
export function toldCsv(rows: readonly LedgerRow[]): string {
  const records = rows.map((row) => ({ id: row.publicId, ...toldAttributes(row) }));
  return stringify(records, {
    header: true,
    columns: ["id", ...COLUMNS],
    cast: { boolean: String },
    escape_formulas: true,
  });
}

const COLUMNS = [
  "representative",
  "kind",
  "invented",
  "area",
  "ons_code",
  "council",
  "council_ons_code",
  "count",
  "count_of",
  "told_count",
  "first_told_at",
  "last_told_at",
  "state",
  "answered",
  "stance",
  "answered_at",
] as const satisfies (keyof ReturnType<typeof toldAttributes>)[];

/** A page of the ledger as JSON, in the envelope of our other lists; undefined for a page that there is not. */
export function toldJson({ query, rows }: ToldPage, { appUrl, path }: { appUrl: string; path: string }) {
  const pageCount = Math.max(1, Math.ceil(rows.length / JSON_ROWS));
  const { page } = query;
  if (page > pageCount) return undefined;
  const to = (other: number): string => `${appUrl}${path}${writeToldQuery({ ...query, page: other })}`;
  return {
    links: {
      self: to(page),
      first: to(1),
      last: to(pageCount),
      next: page < pageCount ? to(page + 1) : null,
      prev: page > 1 ? to(page - 1) : null,
    },
    data: rows.slice((page - 1) * JSON_ROWS, page * JSON_ROWS).map((row) => ({
      type: "representative",
      id: row.publicId || null,
      links: { self: row.publicId === "" ? null : `${appUrl}/representatives/${row.publicId}` },
      attributes: toldAttributes(row),
    })),
  };
}

function iso(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}
