import type { Database } from "#db/database.ts";
import type { Places } from "./place/places.server.ts";
import type { Keyring } from "./privacy/keyring.server.ts";

/** What use cases work with; the entry point makes it, tests make their own. */
export interface Site {
  db: Database;
  keyring: Keyring;
  places: Places;
  /** Which shard of the tallies this process adds to: 0 on SQLite. */
  shard: number;
  /** Tells the worker that there is mail or work to do. */
  wake(): void;
}
