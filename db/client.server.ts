import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Database, DatabaseOptions } from "./database.ts";
import type { Engine } from "./dialect.ts";
import { openPostgres } from "./postgres.server.ts";
import { openSqlite } from "./sqlite.server.ts";

/** Which engine an address names: `postgres://…`, or `file:…` for the embedded one. */
export function engineOf(url: string): Engine {
  return /^postgres(ql)?:\/\//.test(url) ? "postgres" : "sqlite";
}

/** The file that a `file:…` address names. */
export function sqliteFile(url: string): string {
  return url.replace(/^file:(\/\/)?/, "");
}

/** Opens the database that the address names; tables must have been made by `migrate`. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  if (engineOf(url) === "postgres") return openPostgres(url, options);
  const file = sqliteFile(url);
  mkdirSync(dirname(file), { recursive: true });
  return openSqlite(file, options);
}
