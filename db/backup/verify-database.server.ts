import { readFileSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { checkTallies, countEverything } from "../check-tallies.server.ts";
import { MIGRATIONS } from "../migrate.server.ts";
import { openSqlite } from "../sqlite.server.ts";

/** What a database file turned out to be; `differing` cells are those whose counts do not agree. */
export type Verified =
  | { kind: "sound"; campaigns: number; signatures: number; differing: number }
  | { kind: "damaged" }
  | { kind: "not_ours" }
  | { kind: "too_new" };

/**
 * Opens a copy, checks every page and reference of it, and counts its signatures anew. Leaves it as one file
 * without neighbours. Not for a file that is in use, nor for one that must not be touched.
 */
export async function verifyDatabase(file: string): Promise<Verified> {
  try {
    const known = checkFile(file);
    if (known !== "sound") return { kind: known };
    const db = openSqlite(file);
    try {
      const differing = (await checkTallies(db.read)).length;
      return { kind: "sound", ...(await countEverything(db.read)), differing };
    } finally {
      await db.close();
      asOneFile(file);
    }
  } catch (error) {
    if (error instanceof SQLite.SqliteError) return { kind: "damaged" };
    throw error;
  }
}

function checkFile(file: string): Verified["kind"] {
  const connection = new SQLite(file, { fileMustExist: true, timeout: 0 });
  try {
    if (connection.pragma("integrity_check", { simple: true }) !== "ok") return "damaged";
    const tables = connection
      .prepare<[], string>("select name from sqlite_master where type = 'table'")
      .pluck()
      .all();
    if (!["__drizzle_migrations", "campaigns", "signatures"].every((name) => tables.includes(name)))
      return "not_ours";
    if (newestMigrationIn(connection) > newestMigration()) return "too_new";
    const broken = connection.pragma("foreign_key_check");
    return Array.isArray(broken) && broken.length === 0 ? "sound" : "damaged";
  } finally {
    connection.close();
  }
}

/** Takes the file out of write-ahead mode, in which it could not be read from a folder that cannot be written. */
function asOneFile(file: string): void {
  const connection = new SQLite(file, { fileMustExist: true, timeout: 0 });
  connection.pragma("journal_mode = DELETE");
  connection.close();
}

function newestMigrationIn(connection: SQLite.Database): number {
  const newest = connection
    .prepare<[], number>("select max(created_at) from __drizzle_migrations")
    .pluck()
    .get();
  return Number(newest ?? 0);
}

function newestMigration(): number {
  const journal: { entries: { when: number }[] } = JSON.parse(
    readFileSync(join(MIGRATIONS.sqlite, "meta", "_journal.json"), "utf8"),
  );
  return Math.max(0, ...journal.entries.map((entry) => entry.when));
}
