import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Database } from "#db/database.ts";
import { importCouncillors } from "#db/import/councillors/import-councillors.server.ts";
import { readCouncillorFile } from "#db/import/councillors/read-councillors.ts";
import { importMembers } from "#db/import/mps/import-members.server.ts";
import { readMemberFile } from "#db/import/mps/member-rows.ts";
import type { ImportReport } from "#db/import/report.ts";
import { termSecrets } from "#db/import/terms/term-secrets.server.ts";
import { NOW } from "../../factories.ts";
import { testKeyring } from "../../set-up/keyring.ts";

/** What a test tells an import beside its file. */
export interface Told {
  checkedOn?: string;
  isDryRun?: boolean;
  isPartial?: boolean;
  isWhole?: boolean;
  isFewer?: boolean;
  council?: string;
}

/** A real-shaped file of invented people. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/import/${name}`, import.meta.url));
}

/** A file of this content, gone when the test has finished. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder(), name);
  writeFileSync(path, content);
  return path;
}

/** An empty folder, gone when the test has finished. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "hear-hear-import-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** What every import is told, unless the test says otherwise. */
export function options(told: Told = {}) {
  const secrets = termSecrets(testKeyring());
  const plain = { checkedOn: "2026-11-25", isDryRun: false, isPartial: false, isFewer: false, council: "" };
  return { ...plain, ...told, secrets, now: NOW };
}

/** Imports members of parliament from a file. */
export async function members(db: Database, path: string, told: Told = {}): Promise<ImportReport> {
  return importMembers(db, readMemberFile(path, { isWhole: told.isWhole ?? false }), options(told));
}

/** Imports councillors from a file. */
export async function councillors(db: Database, path: string, told: Told = {}): Promise<ImportReport> {
  return importCouncillors(db, readCouncillorFile(path, { isWhole: told.isWhole ?? false }), options(told));
}

/** The numbers of a report. */
export function numbers({ added, changed, ended, unchanged, refused }: ImportReport) {
  return { added, changed, ended, unchanged, refused: refused.length };
}
