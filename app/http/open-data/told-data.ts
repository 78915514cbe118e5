import { stringify } from "csv-stringify/sync";
import type { LedgerRow } from "../../domain/forwarding/ledger.ts";
import type { ToldPage } from "../read-told.server.ts";
import { writeToldQuery } from "../told-query.ts";

/** Rows of the ledger on one page of its JSON. */
export const JSON_ROWS = 500;

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

/**
 * The rows that were asked for as CSV, written as they are read: the same columns as the JSON has, with the
 * representative's id first. Whatever a name begins with, no cell is a formula.
 */
export function toldCsv(parts: AsyncIterable<readonly LedgerRow[]>): ReadableStream<Uint8Array> {
  const lines = linesOf(parts);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}

async function* linesOf(parts: AsyncIterable<readonly LedgerRow[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const columns = ["id", ...COLUMNS];
  yield encoder.encode(stringify([columns]));
  for await (const rows of parts) {
    const records = rows.map((row) => ({ id: row.publicId, ...toldAttributes(row) }));
    yield encoder.encode(stringify(records, { columns, cast: { boolean: String }, escape_formulas: true }));
  }
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

/** A page of the ledger as JSON, in the envelope of our other lists. */
export function toldJson(
  { query, rows, pageCount }: Pick<ToldPage, "query" | "rows" | "pageCount">,
  { appUrl, path }: { appUrl: string; path: string },
) {
  const { page } = query;
  const to = (other: number): string => `${appUrl}${path}${writeToldQuery({ ...query, page: other })}`;
  return {
    links: {
      self: to(page),
      first: to(1),
      last: to(pageCount),
      next: page < pageCount ? to(page + 1) : null,
      prev: page > 1 ? to(page - 1) : null,
    },
    data: rows.map((row) => ({
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
