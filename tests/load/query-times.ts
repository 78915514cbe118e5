import Sqlite from "better-sqlite3";
import pg from "pg";

/** How long the statements of this process have taken, by their text. */
export interface QueryTimes {
  /** The one that took longest in all since this was asked last. */
  slowest(): { source: string; seconds: number; calls: number } | undefined;
}

/** Begins to time every statement of both drivers in this process: for measuring alone. */
export function timeQueries(): QueryTimes {
  const times = new Map<string, { seconds: number; calls: number }>();
  const add = (source: string, startedAt: number): void => {
    const known = times.get(source) ?? { seconds: 0, calls: 0 };
    const seconds = known.seconds + (performance.now() - startedAt) / 1000;
    times.set(source, { seconds, calls: known.calls + 1 });
  };
  timeSqlite(add);
  timePostgres(add);
  return {
    slowest() {
      const [first] = [...times].sort(([, a], [, b]) => b.seconds - a.seconds);
      times.clear();
      return first && { source: first[0], ...first[1] };
    },
  };
}

type Add = (source: string, startedAt: number) => void;

function timeSqlite(add: Add): void {
  const db = new Sqlite(":memory:");
  const statement = Object.getPrototypeOf(db.prepare("select 1"));
  db.close();
  for (const method of ["all", "get", "run"]) {
    const original = statement[method];
    statement[method] = function timed(this: Sqlite.Statement, ...args: unknown[]) {
      const startedAt = performance.now();
      try {
        return original.apply(this, args);
      } finally {
        add(this.source, startedAt);
      }
    };
  }
}

function timePostgres(add: Add): void {
  const original: (...args: unknown[]) => unknown = pg.Client.prototype.query;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...args: unknown[]): unknown {
      const startedAt = performance.now();
      const [first] = args;
      const source = typeof first === "string" ? first : textOf(first);
      const answer = original.apply(this, args);
      if (answer instanceof Promise) answer.then(() => add(source, startedAt)).catch(() => {});
      return answer;
    },
  });
}

function textOf(query: unknown): string {
  return typeof query === "object" && query !== null && "text" in query ? String(query.text) : "";
}
