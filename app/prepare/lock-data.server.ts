import { engineOf, sqliteFile } from "#db/client.server.ts";
import { type ExclusiveLock, tryLock } from "./exclusive-lock.server.ts";
import { StartRefused } from "./start-refused.ts";

/**
 * Makes this the only server process on an embedded database, which takes one; PostgreSQL needs no such thing.
 * @throws StartRefused where another process has it.
 */
export function lockData(databaseUrl: string): ExclusiveLock {
  if (engineOf(databaseUrl) === "postgres") return { release() {} };
  const file = sqliteFile(databaseUrl);
  const lock = tryLock(`${file}.lock`);
  if (lock) return lock;
  throw new StartRefused(
    `Another server is running on ${file}, and the embedded database takes only one. ` +
      "Stop the other one, or set DATA_DIR to another folder.",
  );
}
