import type { SQL } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Database, DatabaseOptions, ReadBuilders, Reader, Tx, WriteBuilders } from "./database.ts";
import { typedRows } from "./dialect.ts";
import { CHANNELS } from "./postgres-signals.server.ts";
import { type Tables, tablesFor } from "./schema.ts";
import { newUnit, refuseNesting, requireLive, runHooks, runInUnit, type Unit } from "./unit-scope.ts";

/** PostgreSQL's identifier of the 64-bit integer, which the driver would hand over as text. */
const INT8 = 20;

/** Of units that wait for each other PostgreSQL ends one, with nothing done; that one runs again, so often at most. */
const TRIES = 5;
/** Source: PostgreSQL's documentation, appendix A, class 40. */
const DEADLOCK = "40P01";

/** Other processes hear of it when it is durable, and not at all where it fails. */
const TOLD_COMMIT = `notify ${CHANNELS.pages}; commit`;

/** Opens PostgreSQL: every unit is a transaction of its own, on a connection of its own. */
export function openPostgres(url: string, options: DatabaseOptions = {}): Database {
  const tables = tablesFor("postgres");
  const onFault = options.onFault ?? (() => {});
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    types: {
      getTypeParser: (oid: number, format?: "text" | "binary") =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  const keptOn = new WeakMap<pg.PoolClient, WriteBuilders>();
  pool.on("error", (error) => onFault({ what: "an idle database connection was lost", error }));

  function txFor(unit: Unit, client: pg.PoolClient): Tx {
    const kept = keptOn.get(client) ?? writeMethods(drizzle({ client }), tables);
    keptOn.set(client, kept);
    const builders = drizzle({ client: guarded(client, unit) });
    return {
      ...writeMethods(builders, tables),
      rows: (query) => rowsOf(builders, query),
      async run(statement, values) {
        requireLive(unit);
        return statement.runOn(kept, values);
      },
      afterCommit(hook) {
        requireLive(unit);
        unit.hooks.push(hook);
      },
    };
  }

  return {
    engine: "postgres",
    tables,
    read: readerOver(drizzle({ client: pool }), tables),
    async transaction<T>(name: string, work: (tx: Tx) => Promise<T>): Promise<T> {
      refuseNesting(name);
      for (let tried = 1; ; tried += 1) {
        const unit = newUnit(name);
        try {
          const value = await runUnit(pool, unit, { ...options, onFault }, (client) =>
            work(txFor(unit, client)),
          );
          options.onCommit?.(name);
          runHooks(unit, onFault);
          return value;
        } catch (error) {
          if (tried === TRIES || !isDeadlock(error)) throw error;
        }
      }
    },
    changeMark: () => undefined,
    async tidy() {},
    close: () => pool.end(),
  };
}

async function runUnit<T>(
  pool: pg.Pool,
  unit: Unit,
  { onFault, isQuiet }: DatabaseOptions & Required<Pick<DatabaseOptions, "onFault">>,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
    onFault({ what: "a database connection was lost in use", error });
  };
  client.on("error", onError);
  try {
    await client.query("begin");
    const value = await runInUnit(unit, () => work(client));
    unit.isLive = false;
    await client.query(isQuiet?.(unit.name) ? "commit" : TOLD_COMMIT);
    return value;
  } catch (error) {
    unit.isLive = false;
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}

function isDeadlock(error: unknown): boolean {
  for (let fault = error; fault instanceof Error; fault = fault.cause)
    if ("code" in fault && fault.code === DEADLOCK) return true;
  return false;
}

function readerOver(builders: NodePgDatabase, tables: Tables): Reader {
  const methods = readMethods(builders, tables);
  return {
    ...methods,
    rows: (query) => rowsOf(builders, query),
    run: (statement, values) => statement.runOn(methods, values),
  };
}

function readMethods(builders: NodePgDatabase, tables: Tables): ReadBuilders {
  return {
    engine: "postgres",
    tables,
    select: builders.select.bind(builders),
    selectDistinct: builders.selectDistinct.bind(builders),
  };
}

function writeMethods(builders: NodePgDatabase, tables: Tables): WriteBuilders {
  return {
    ...readMethods(builders, tables),
    insert: builders.insert.bind(builders),
    update: builders.update.bind(builders),
    delete: builders.delete.bind(builders),
  };
}

async function rowsOf<Row extends Record<string, unknown>>(
  builders: NodePgDatabase,
  query: SQL,
): Promise<Row[]> {
  const result = await builders.execute(query);
  return typedRows<Row>(result.rows);
}

/** The connection as its unit sees it: deaf once the unit has ended. */
function guarded(client: pg.PoolClient, unit: Unit): pg.PoolClient {
  return new Proxy(client, {
    get(target, property) {
      if (property === "query") requireLive(unit);
      const value: unknown = Reflect.get(target, property);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
