import { getTableColumns, type Placeholder, type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";

/** The engine that `DATABASE_URL` names. */
export type Engine = "sqlite" | "postgres";

/** PostgreSQL compares by locale unless told otherwise; `bytewise` columns sort alike on both engines. */
const bytewiseText = pg.customType<{ data: string; driverData: string }>({
  dataType: () => 'text collate "C"',
});

const byteArray = pg.customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

const postgres = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  text: (name: string) => pg.text(name),
  bytewise: (name: string) => bytewiseText(name),
  integer: (name: string) => pg.integer(name),
  /** UTC milliseconds. */
  instant: (name: string) => pg.bigint(name, { mode: "number" }),
  boolean: (name: string) => pg.boolean(name),
  bytes: (name: string) => byteArray(name),
  /** Numbers itself: 1, 2, 3 …; gaps allowed. */
  identity: (name: string) => pg.bigint(name, { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  /** Points at an `identity`. */
  identityRef: (name: string) => pg.bigint(name, { mode: "number" }),
};

/** The builders that `tables/*.ts` are written with; typed as PostgreSQL's, the narrower side. */
export type Dialect = typeof postgres;

const lite = {
  table: sqlite.sqliteTable,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  text: (name: string) => sqlite.text(name),
  bytewise: (name: string) => sqlite.text(name),
  integer: (name: string) => sqlite.integer(name),
  instant: (name: string) => sqlite.integer(name),
  boolean: (name: string) => sqlite.integer(name, { mode: "boolean" }),
  bytes: (name: string) => sqlite.blob(name, { mode: "buffer" }),
  identity: (name: string) => sqlite.integer(name).primaryKey({ autoIncrement: true }),
  identityRef: (name: string) => sqlite.integer(name),
} satisfies Record<keyof Dialect, unknown>;

/** The same keys on either engine. The SQLite builders have the same call shapes, so this is the one cast. */
export const dialects: Record<Engine, Dialect> = { postgres, sqlite: lite as unknown as Dialect };

/** Query builders over a better-sqlite3 connection, or whatever prepares statements like one. */
export function sqliteBuilders(client: { prepare(source: string): unknown }): SqliteBuilders {
  const steady = { prepare: (source: string) => client.prepare(withSteadyLimit(source)) };
  return drizzle({ client: steady as never }) as unknown as SqliteBuilders;
}

/**
 * SQLite looks at the value of a bare `limit ?` when it plans, and so plans a statement anew each time one is bound,
 * which takes ten times as long as most of ours take to run. It does not look into a sum.
 */
function withSteadyLimit(source: string): string {
  return source.replaceAll(/\blimit \?/g, "limit ? + 0");
}

type SqliteBuilders = NodePgDatabase<Record<string, never>> & { all(query: SQL): unknown[] };

/** A placeholder for each column of a table that an insert may name. */
export function placeholdersOf<Table extends pg.PgTable>(
  table: Table,
): Record<keyof Table["$inferInsert"], Placeholder> {
  const names = Object.keys(getTableColumns(table));
  const given = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
  return given as Record<keyof Table["$inferInsert"], Placeholder>;
}

/** Rows of a hand-written query, typed by whoever wrote it. */
export function typedRows<Row>(rows: readonly unknown[]): Row[] {
  return rows as Row[];
}
