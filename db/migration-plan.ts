import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from "drizzle-kit/api";
import type { Engine } from "./dialect.ts";
import { tablesFor } from "./schema.ts";

interface Journal {
  version: string;
  dialect: string;
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
}

/** What the generator would add to a migration folder, given the tables as they are declared now. */
export async function nextMigration(
  engine: Engine,
  folder: string,
): Promise<{ statements: string[]; snapshot: object; journal: Journal }> {
  const tables = tablesFor(engine);
  const journal = readJson<Journal>(join(folder, "meta", "_journal.json")) ?? {
    version: "7",
    dialect: engine === "sqlite" ? "sqlite" : "postgresql",
    entries: [],
  };
  const snapshotFile = join(folder, "meta", "snapshot.json");
  if (engine === "sqlite") {
    type Snapshot = Awaited<ReturnType<typeof generateSQLiteDrizzleJson>>;
    const before = readJson<Snapshot>(snapshotFile) ?? (await generateSQLiteDrizzleJson({}));
    const snapshot = await generateSQLiteDrizzleJson(tables, before.id);
    return { statements: await generateSQLiteMigration(before, snapshot), snapshot, journal };
  }
  type Snapshot = ReturnType<typeof generateDrizzleJson>;
  const before = readJson<Snapshot>(snapshotFile) ?? generateDrizzleJson({});
  const snapshot = generateDrizzleJson(tables, before.id);
  return { statements: await generateMigration(before, snapshot), snapshot, journal };
}

function readJson<T>(file: string): T | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
