import { setImmediate } from "node:timers/promises";
import type { SQL } from "drizzle-orm";
import type { Database, DatabaseOptions, ReadBuilders, Tx, WriteBuilders } from "./database.ts";
import { sqliteBuilders, typedRows } from "./dialect.ts";
import { type Tables, tablesFor } from "./schema.ts";
import { openConnection, statementCache } from "./sqlite-connection.server.ts";
import { SqliteWriter } from "./sqlite-writer.server.ts";
import { refuseNesting, requireLive, type Unit } from "./unit-scope.ts";

/** Milliseconds one unit may hold the only writer: longer, and signing would be seen to stall. */
const UNIT_LIMIT_MS = 250;

/** Opens the embedded database: one writing connection behind a queue, one that can only read. */
export function openSqlite(file: string, options: DatabaseOptions = {}): Database {
  const tables = tablesFor("sqlite");
  const writing = openConnection(file, { readonly: false });
  const reading = openConnection(file, { readonly: true });
  const onFault = options.onFault ?? (() => {});
  const onCommit = options.onCommit ?? (() => {});
  const writer = new SqliteWriter(writing, options.unitLimit ?? UNIT_LIMIT_MS, {
    onFault,
    onCommit,
    breathe: options.breathe ?? (() => setImmediate()),
  });
  const prepare = statementCache(writing);
  const reader = sqliteBuilders({ prepare: statementCache(reading) });
  // What is built once is kept apart from what is built anew: the two set different modes on one statement.
  const keptReading = readMethods(sqliteBuilders(reading), tables);
  const keptWriting = writeMethods(sqliteBuilders(writing), tables);

  function txFor(unit: Unit): Tx {
    const builders = sqliteBuilders({
      prepare(source) {
        requireLive(unit);
        return prepare(source);
      },
    });
    return {
      ...writeMethods(builders, tables),
      rows: (query) => rowsOf(builders, query),
      async run(statement, values) {
        requireLive(unit);
        return statement.runOn(keptWriting, values);
      },
      afterCommit(hook) {
        requireLive(unit);
        unit.hooks.push(hook);
      },
    };
  }

  return {
    engine: "sqlite",
    tables,
    read: {
      ...readMethods(reader, tables),
      rows: (query) => rowsOf(reader, query),
      run: async (statement, values) => statement.runOn(keptReading, values),
    },
    async transaction<T>(name: string, work: (tx: Tx) => Promise<T>): Promise<T> {
      refuseNesting(name);
      let result: { value: T } | undefined;
      await writer.submit(name, async (unit) => {
        result = { value: await work(txFor(unit)) };
      });
      if (!result) throw new Error(`transaction "${name}" ended without a result`);
      return result.value;
    },
    changeMark() {
      // Counts up for a connection with every commit by another one: source: SQLite's documentation of the pragma.
      const mark: unknown = reading.pragma("data_version", { simple: true });
      return typeof mark === "number" ? mark : undefined;
    },
    async tidy() {
      await writer.idle();
      if (!writing.inTransaction) writing.pragma("wal_checkpoint(TRUNCATE)");
    },
    async close() {
      await writer.idle();
      reading.close();
      writing.pragma("wal_checkpoint(TRUNCATE)");
      writing.close();
    },
  };
}

type Builders = ReturnType<typeof sqliteBuilders>;

function readMethods(builders: Builders, tables: Tables): ReadBuilders {
  return {
    engine: "sqlite",
    tables,
    select: builders.select.bind(builders),
    selectDistinct: builders.selectDistinct.bind(builders),
  };
}

function writeMethods(builders: Builders, tables: Tables): WriteBuilders {
  return {
    ...readMethods(builders, tables),
    insert: builders.insert.bind(builders),
    update: builders.update.bind(builders),
    delete: builders.delete.bind(builders),
  };
}

async function rowsOf<Row extends Record<string, unknown>>(builders: Builders, query: SQL): Promise<Row[]> {
  return typedRows<Row>(builders.all(query));
}
