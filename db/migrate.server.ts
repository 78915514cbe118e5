import { fileURLToPath } from "node:url";
import { drizzle as drizzleSqlite } from "drizzle-orm/better-sqlite3";
import { migrate as migrateSqlite } from "drizzle-orm/better-sqlite3/migrator";
import { drizzle as drizzlePostgres } from "drizzle-orm/node-postgres";
import { migrate as migratePostgres } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { engineOf, sqliteFile } from "./client.server.ts";
import type { Engine } from "./dialect.ts";
import { openConnection } from "./sqlite-connection.server.ts";

/** Where each engine's migrations are. */
export const MIGRATIONS: Record<Engine, string> = {
  sqlite: fileURLToPath(new URL("./migrations/sqlite", import.meta.url)),
  postgres: fileURLToPath(new URL("./migrations/postgres", import.meta.url)),
};

/** One number, the same for all nodes, so that only one of them migrates at a time. */
const MIGRATION_LOCK = 7_241_803;

/** Brings the database up to the newest migration; safe to start from several nodes at once. */
export async function migrate(url: string): Promise<void> {
  if (engineOf(url) === "sqlite") {
    const connection = openConnection(sqliteFile(url), { readonly: false });
    try {
      migrateSqlite(drizzleSqlite({ client: connection }), { migrationsFolder: MIGRATIONS.sqlite });
    } finally {
      connection.close();
    }
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migratePostgres(drizzlePostgres({ client }), { migrationsFolder: MIGRATIONS.postgres });
  } finally {
    await client.end();
  }
}
