import { existsSync } from "node:fs";
import { chmod, copyFile, link, mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import SQLite from "better-sqlite3";
import { syncFile, syncFolderOf } from "./sync-file.server.ts";
import { type Verified, verifyDatabase } from "./verify-database.server.ts";

/** What became of a restore; `replaced` is where the database that stood there is now, if there was one. */
export type Restored =
  | { kind: "restored"; verified: Verified & { kind: "sound" }; replaced: string | undefined }
  | { kind: "refused"; verified: Verified };

/**
 * Puts a verified copy of a backup in the place of a database that nobody has open: by one rename, so that there is
 * a whole database under the name at every moment. What stood there is kept under `aside`. A backup whose counts
 * do not agree is refused unless `anyway`. The backup itself is only read.
 */
export async function restoreDatabase(options: {
  backup: string;
  file: string;
  aside: string;
  anyway: boolean;
}): Promise<Restored> {
  const { backup, file, aside, anyway } = options;
  await mkdir(dirname(file), { recursive: true });
  const staged = `${file}.restoring`;
  try {
    await removeWithNeighbours(staged);
    await copyFile(backup, staged);
    if (existsSync(`${backup}-wal`)) await copyFile(`${backup}-wal`, `${staged}-wal`);
    await chmod(staged, 0o600);
    const verified = await verifyDatabase(staged);
    if (verified.kind !== "sound" || (verified.differing > 0 && !anyway))
      return { kind: "refused", verified };
    await syncFile(staged);
    const replaced = existsSync(file) ? aside : undefined;
    if (replaced !== undefined) await keepAside(file, replaced);
    await rename(staged, file);
    await syncFolderOf(file);
    return { kind: "restored", verified, replaced };
  } finally {
    await removeWithNeighbours(staged);
  }
}

/**
 * Gives the database a second name, its unwritten pages folded in. No write-ahead file may be left under the old
 * name: it would be played into whatever comes there next.
 */
async function keepAside(file: string, aside: string): Promise<void> {
  const isFolded = foldIn(file);
  await link(file, aside).catch(() => copyFile(file, aside));
  for (const ending of ["-wal", "-shm"]) {
    if (!existsSync(`${file}${ending}`)) continue;
    if (isFolded) await rm(`${file}${ending}`);
    else await rename(`${file}${ending}`, `${aside}${ending}`);
  }
  await syncFolderOf(aside);
}

/** False where the database is too damaged for it. */
function foldIn(file: string): boolean {
  try {
    const connection = new SQLite(file, { fileMustExist: true, timeout: 0 });
    try {
      connection.pragma("wal_checkpoint(TRUNCATE)");
      connection.pragma("journal_mode = DELETE");
      return true;
    } finally {
      connection.close();
    }
  } catch {
    return false;
  }
}

async function removeWithNeighbours(file: string): Promise<void> {
  for (const ending of ["", "-wal", "-shm", "-journal"]) await rm(`${file}${ending}`, { force: true });
}
