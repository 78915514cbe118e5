import { type Placeholder, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { placeholdersOf } from "./dialect.ts";

/** Names the values that a statement is given at each run. */
export type Given<Values> = (name: keyof Values & string) => Placeholder;

/** A finished query of a builder. */
interface Preparable<Result> {
  prepare(name: string): Prepared<Result>;
}

interface Prepared<Result> {
  execute(values: Record<string, unknown>): Promise<Result>;
}

/** A statement that is built once for each connection and then only run; see `statement`. */
export interface Statement<Builders extends object, Values, Result> {
  /** Runs it on the connection that these builders are over: `run` of a reader or a unit does. */
  runOn(builders: Builders, values: Values): Promise<Result>;
}

/**
 * A statement for what happens with every signature: to build its text anew would take longer than to run it. Its
 * values come in by name, and are written as columns write them where they are inserted. `name` is what PostgreSQL
 * keeps its plan under: no two statements share one.
 */
export function statement<Builders extends object, Values extends Record<string, unknown>, Result>(
  name: string,
  build: (builders: Builders, given: Given<Values>) => Preparable<Result>,
): Statement<Builders, Values, Result> {
  const preparedOn = new WeakMap<Builders, Prepared<Result>>();
  return {
    runOn(builders, values) {
      const kept = preparedOn.get(builders);
      if (kept) return kept.execute(values);
      const prepared = build(builders, (value) => sql.placeholder(value)).prepare(name);
      preparedOn.set(builders, prepared);
      return prepared.execute(values);
    },
  };
}

/** A value for each column of a table, given at each run of a statement that inserts a row. */
export function everyColumn<Table extends PgTable>(table: Table): ReturnType<typeof placeholdersOf<Table>> {
  return placeholdersOf(table);
}
