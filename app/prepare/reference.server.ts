import { randomInt } from "node:crypto";
import { v7 as newId } from "uuid";
import type { Database } from "#db/database.ts";
import { loadReference } from "#db/reference/load-reference.server.ts";
import type { Places } from "../domain/place/places.server.ts";
import type { Keyring } from "../domain/privacy/keyring.server.ts";
import { foldName } from "../domain/signature/identity.ts";

const PUBLIC_ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** Areas, Members of Parliament and cells in the main database, as this version's data has them. */
export async function prepareReference(db: Database, places: Places, keyring: Keyring): Promise<boolean> {
  return loadReference(db, places, {
    newId,
    newPublicId,
    foldName,
    sealAddress: (rowId, address) => keyring.seal({ table: "terms", column: "address", rowId }, address),
    hashAddress: (address) => keyring.hash("address of a representative", address),
  });
}

function newPublicId(): string {
  return Array.from({ length: 10 }, () => PUBLIC_ID_LETTERS[randomInt(PUBLIC_ID_LETTERS.length)]).join("");
}
