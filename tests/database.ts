import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import type { Database, DatabaseOptions } from "#db/database.ts";

/** On a loaded machine no test of something else may fail by the limit on units; that has tests of its own. */
const PATIENT_MS = 10_000;

/** A database of this test's own, on the project's engine, gone when the test has finished. */
export async function testDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const { url, drop } = await testDatabaseUrl();
  const database = openDatabase(url, { poolSize: 5, unitLimit: PATIENT_MS, ...options });
  onTestFinished(async () => {
    await database.close();
    await drop();
  });
  return database;
}

/** The same, for a program of its own to open; call `drop` once it has closed it. */
export async function testDatabaseUrl(): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = inject("template");
  if (template.engine === "sqlite") {
    const folder = mkdtempSync(join(tmpdir(), "hear-hear-test-"));
    const file = join(folder, "test.db");
    copyFileSync(template.at, file);
    return { url: `file:${file}`, drop: async () => rmSync(folder, { recursive: true, force: true }) };
  }
  return newDatabase(template.at, "template_hear_hear");
}

/** A database without tables on a PostgreSQL server. */
export function emptyDatabaseUrl(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  return newDatabase(server, "template0");
}

async function newDatabase(
  server: string,
  template: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`;
  await admin(server, `create database ${name} template ${template}`);
  return {
    url: `${server}/${name}`,
    drop: () => admin(server, `drop database ${name} with (force)`),
  };
}

async function admin(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query("select pg_advisory_lock(1)");
  await client.query(statement);
  await client.end();
}
