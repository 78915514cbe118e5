import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import SQLite from "better-sqlite3";

/** Held until it is released or its process is gone, however it went. */
export interface ExclusiveLock {
  release(): void;
}

/**
 * Takes a lock that one process on this machine can have, or gives undefined at once where another has it. The lock
 * is the operating system's on an open file, so that nothing stale is ever left behind.
 */
export function tryLock(file: string): ExclusiveLock | undefined {
  mkdirSync(dirname(file), { recursive: true });
  const connection = new SQLite(file, { timeout: 0 });
  try {
    connection.exec("begin exclusive");
  } catch (error) {
    connection.close();
    if (error instanceof SQLite.SqliteError && error.code.startsWith("SQLITE_BUSY")) return undefined;
    throw error;
  }
  return {
    release() {
      if (!connection.open) return;
      connection.exec("rollback");
      connection.close();
    },
  };
}

/** The same, waiting for it: another look every fifth of a second. */
export async function waitForLock(file: string): Promise<ExclusiveLock> {
  for (;;) {
    const lock = tryLock(file);
    if (lock) return lock;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
