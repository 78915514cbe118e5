import { type Column, getTableColumns, sql } from "drizzle-orm";
import type { NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgInsertBase, PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "./database.ts";

/**
 * Inserts many rows by one statement whose text and number of parameters do not depend on how many there are: they
 * travel as one JSON text. Several times faster than `values` from a few dozen rows on, and bound by no limit on
 * parameters. Columns left out take their defaults; not for bytes.
 */
export function insertRows<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table["$inferInsert"][],
): PgInsertBase<Table, NodePgQueryResultHKT> {
  const columns = Object.entries(getTableColumns(table));
  const json = JSON.stringify(
    rows.map((row) => {
      const given = new Map<string, unknown>(Object.entries(row));
      return columns.map(([key, column]) => {
        const value = given.get(key) ?? column.default ?? null;
        return value === null ? null : column.mapToDriverValue(value);
      });
    }),
  );
  const values = columns.map(
    ([, column], index) =>
      sql`cast(listed.value->>${sql.raw(String(index))} as ${sql.raw(plainType(column))})`,
  );
  const listed =
    tx.engine === "sqlite"
      ? sql`json_each(${json}) as listed`
      : sql`json_array_elements(${json}::json) as listed(value)`;
  // Without a condition SQLite would read "on conflict" as that of a join.
  return tx.insert(table).select(sql`select ${sql.join(values, sql`, `)} from ${listed} where true`);
}

/** A column's type, without how it is compared: a value has no part in that. */
function plainType(column: Column): string {
  return column.getSQLType().replace(/ collate .*$/, "");
}
