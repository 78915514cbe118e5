import type { Database } from "#db/database.ts";
import { termSecrets } from "#db/import/terms/term-secrets.server.ts";
import { loadReference } from "#db/reference/load-reference.server.ts";
import type { Places } from "../domain/place/places.server.ts";
import type { Keyring } from "../domain/privacy/keyring.server.ts";

/** Areas, representatives and cells in the main database, as this version's data has them. */
export async function prepareReference(db: Database, places: Places, keyring: Keyring): Promise<boolean> {
  return loadReference(db, places, termSecrets(keyring));
}
