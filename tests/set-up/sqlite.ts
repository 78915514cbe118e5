import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { makeTemplate } from "./template.ts";

/** One migrated file with the areas in it; every test database is a copy. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "hear-hear-sqlite-"));
  const template = join(folder, "template.db");
  await makeTemplate(`file:${template}`);
  project.provide("template", { engine: "sqlite", at: template });
  return () => rmSync(folder, { recursive: true, force: true });
}
