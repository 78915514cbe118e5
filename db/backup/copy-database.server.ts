import { chmod, mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import SQLite from "better-sqlite3";
import { syncFile, syncFolderOf } from "./sync-file.server.ts";
import { type Verified, verifyDatabase } from "./verify-database.server.ts";

/** After the first few pages all others go in one step: a busy server would make smaller steps begin anew for ever. */
const ALL_PAGES = 2_000_000_000;

/**
 * Copies a database while a server may be writing to it: the copy is of one moment. It appears under its name only
 * once it has been opened, checked and found sound, and is on disk; only its owner can read it.
 */
export async function copyDatabase(from: string, to: string): Promise<Verified> {
  await mkdir(dirname(to), { recursive: true });
  const part = `${to}.${process.pid}.part`;
  try {
    if (!(await copyPages(from, part))) return { kind: "damaged" };
    await chmod(part, 0o600);
    const verified = await verifyDatabase(part);
    if (verified.kind !== "sound") return verified;
    await syncFile(part);
    await rename(part, to);
    await syncFolderOf(to);
    return verified;
  } finally {
    for (const ending of ["", "-wal", "-shm", "-journal"]) await rm(`${part}${ending}`, { force: true });
  }
}

/** False where the source is no database that can be read. */
async function copyPages(from: string, to: string): Promise<boolean> {
  const source = new SQLite(from, { readonly: true, fileMustExist: true });
  try {
    await source.backup(to, { progress: () => ALL_PAGES });
    return true;
  } catch (error) {
    if (error instanceof SQLite.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return false;
    throw error;
  } finally {
    source.close();
  }
}
