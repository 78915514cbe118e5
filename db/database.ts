import type { SQL } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Engine } from "./dialect.ts";
import type { Tables } from "./schema.ts";
import type { Statement } from "./statement.ts";

type Drizzle = NodePgDatabase<Record<string, never>>;

/** What statements that read are built with. */
export interface ReadBuilders extends Pick<Drizzle, "select" | "selectDistinct"> {
  /** For the few queries that no engine writes like the other. */
  engine: Engine;
  tables: Tables;
}

/** What statements that write are built with. */
export interface WriteBuilders extends ReadBuilders, Pick<Drizzle, "insert" | "update" | "delete"> {}

/** Reads. Cannot write: by type, and on SQLite by its connection too. */
export interface Reader extends ReadBuilders {
  /** Runs a statement that is built once for each connection. */
  run<Values, Result>(statement: Statement<ReadBuilders, Values, Result>, values: Values): Promise<Result>;
  /** Rows of a hand-written query, columns as the engine names them. */
  rows<Row extends Record<string, unknown>>(query: SQL): Promise<Row[]>;
}

/** One unit of writing. Dead after its unit has ended or been rolled back: every use of it then throws. */
export interface Tx extends Reader, WriteBuilders {
  run<Values, Result>(statement: Statement<WriteBuilders, Values, Result>, values: Values): Promise<Result>;
  /**
   * Runs `hook` once this unit's commit is durable: the only place to clear caches and wake workers.
   * A hook that throws is logged and never reaches the caller of `transaction`.
   */
  afterCommit(hook: () => void): void;
}

/** The only way to data. */
export interface Database {
  engine: Engine;
  tables: Tables;
  read: Reader;
  /**
   * Runs `work` as one unit and resolves with its result once the commit is durable; a unit that throws is
   * rolled back alone and rejects with its own error. `name` says in errors who held the writer.
   * No network or file access inside, nor anything else that must not happen twice: PostgreSQL may end a unit that
   * waits for another in a circle, and it is then run again. On SQLite a unit lasts 250 ms at most.
   *
   * @throws when called inside a unit: pass the `tx` on instead.
   */
  transaction<T>(name: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * A number that differs once anything has been committed, by this program or another beside it; undefined where
   * the engine has none: then anything may have changed.
   */
  changeMark(): number | undefined;
  /**
   * Takes what was deleted out of the file that stands beside the embedded database, so that a name taken off a
   * page is on the disk no longer. Skipped while others read or write; PostgreSQL looks after itself.
   */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

/** What a driver needs from its surroundings. */
export interface DatabaseOptions {
  /** Told of faults that no caller can be given: a failing `afterCommit`, a lost idle connection. */
  onFault?: (fault: { what: string; error: unknown }) => void;
  /** Told of every unit of this program by its name, once its commit is durable. */
  onCommit?: (unitName: string) => void;
  /**
   * Whether other processes need not hear at once of a unit of this name. Told of one, PostgreSQL commits it alone, so
   * that what is written all the time must be quiet; without this, none is.
   */
  isQuiet?: (unitName: string) => boolean;
  /** Waited for between two groups of units on SQLite, whose writing lets nobody else have a turn. */
  breathe?: () => Promise<void>;
  /** Milliseconds a unit may last on SQLite; 250 unless a test says otherwise. */
  unitLimit?: number;
  /** PostgreSQL connections; 10 unless told otherwise. */
  poolSize?: number;
}
