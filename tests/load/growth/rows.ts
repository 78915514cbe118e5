import { eq, getTableColumns } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Reader } from "#db/database.ts";

/** One real row as the words of an `insert … select`, column by column. */
export type Model = ReadonlyMap<string, string>;

/** The one row of a table that was written by the program itself; the rows made like it hold the same. */
export async function readModel(read: Reader, table: PgTable, column: string, value: string): Promise<Model> {
  const columns = getTableColumns(table);
  const key = columns[column];
  if (!key) throw new Error(`no column ${column}`);
  const [row] = await read.select().from(table).where(eq(key, value)).limit(1);
  if (!row) throw new Error("there is no row to do as");
  const given = new Map<string, unknown>(Object.entries(row));
  return new Map(
    Object.entries(columns).map(([name, one]) => {
      const found = given.get(name) ?? null;
      return [one.name, literal(found === null ? null : one.mapToDriverValue(found))];
    }),
  );
}

/** A statement's beginning: what is given by column, the rest as in the model; `ownNumber` is left to the engine. */
export function insertLike(
  table: string,
  model: Model,
  given: Readonly<Record<string, string>>,
  ownNumber = "",
): string {
  for (const name of Object.keys(given)) if (!model.has(name)) throw new Error(`${table} has no ${name}`);
  const columns = [...model].filter(([name]) => name !== ownNumber);
  const values = columns.map(([name, value]) => given[name] ?? value);
  return `insert into ${table} (${columns.map(([name]) => name).join(", ")}) select ${values.join(", ")}`;
}

/** How long the text of a column of the model is. */
export function lengthOf(model: Model, column: string): number {
  return Math.max(0, (model.get(column) ?? "''").length - 2);
}

function literal(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  throw new Error(`cannot write a ${typeof value}`);
}
