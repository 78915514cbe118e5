import { statSync } from "node:fs";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { engineOf, sqliteFile } from "#db/client.server.ts";

/** A database as a program sees it that writes millions of rows at once: plain statements, no queue, no durability. */
export interface Raw {
  run(sql: string): Promise<void>;
  /** All numbers from one to the other, as a table `series(i)` of a statement that begins with this. */
  series(from: number, to: number): string;
  /** So many characters of nothing, another for each row. */
  random(length: number): string;
  /** Milliseconds as the first twelve digits of an id that sorts by time. */
  hex(milliseconds: string): string;
  /** The statements that make a table's secondary indexes, as the schema in force has them, by name. */
  indexesOf(table: string): Promise<Map<string, string>>;
  /** What an engine does by itself in a database that has been there for a while. */
  tend(): Promise<void>;
  bytes(): Promise<number>;
  close(): Promise<void>;
}

/** Opens it for filling alone. */
export async function openRaw(url: string): Promise<Raw> {
  return engineOf(url) === "sqlite" ? rawSqlite(sqliteFile(url)) : rawPostgres(url);
}

function rawSqlite(file: string): Raw {
  const db = new Sqlite(file);
  // Nothing is lost but time where it ends half way; not allowed otherwise.
  db.unsafeMode();
  db.pragma("journal_mode = OFF");
  db.pragma("synchronous = OFF");
  db.pragma("cache_size = -1000000");
  db.pragma("threads = 2");
  return {
    async run(sql) {
      db.exec(sql);
    },
    series: (from, to) =>
      `with recursive series(i) as (select ${from} union all select i + 1 from series where i < ${to})`,
    random: (length) =>
      length === 0 ? "''" : `substr(hex(randomblob(${Math.ceil(length / 2)})), 1, ${length})`,
    hex: (milliseconds) => `printf('%012x', ${milliseconds})`,
    async indexesOf(table) {
      const rows = db
        .prepare<[string], { name: string; sql: string }>(
          "select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name = ?",
        )
        .all(table);
      return new Map(rows.map(({ name, sql }) => [name, sql]));
    },
    async tend() {},
    bytes: async () => statSync(file).size,
    async close() {
      db.unsafeMode(false);
      db.pragma("journal_mode = WAL");
      db.close();
    },
  };
}

async function rawPostgres(url: string): Promise<Raw> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("set synchronous_commit = off");
  await client.query("set maintenance_work_mem = '512MB'");
  await client.query("set work_mem = '256MB'");
  return {
    async run(sql) {
      await client.query(sql);
    },
    series: (from, to) => `with series(i) as (select generate_series(${from}::bigint, ${to}))`,
    random(length) {
      const parts = Array.from({ length: Math.ceil(length / 32) }, () => "md5(random()::text)");
      return length === 0 ? "''" : `substr(${parts.join(" || ")}, 1, ${length})`;
    },
    hex: (milliseconds) => `lpad(to_hex(${milliseconds}), 12, '0')`,
    async indexesOf(table) {
      const { rows } = await client.query<{ name: string; sql: string }>(
        `select i.indexname as name, i.indexdef as sql from pg_indexes i
         where i.tablename = $1 and not exists (select 1 from pg_constraint c where c.conname = i.indexname)`,
        [table],
      );
      return new Map(rows.map(({ name, sql }) => [name, sql]));
    },
    async tend() {
      await client.query("vacuum analyze");
    },
    async bytes() {
      const { rows } = await client.query<{ size: string }>(
        "select pg_database_size(current_database()) size",
      );
      return Number(rows[0]?.size ?? 0);
    },
    close: () => client.end(),
  };
}
