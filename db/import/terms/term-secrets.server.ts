import { randomInt } from "node:crypto";
import { v7 } from "uuid";
import type { Keyring } from "#app/domain/privacy/keyring.server.ts";

/** How rows of representatives are named, and how their addresses are sealed and hashed. */
export interface TermSecrets {
  /** A new id of a row; ids sort by time. */
  newId(): string;
  /** Ten random characters. */
  newPublicId(): string;
  /** Encrypts an address for the column `terms.address` of a row. */
  sealAddress(termId: string, address: string): string;
  /** Opens what `sealAddress` made. */
  openAddress(termId: string, sealed: string): string;
  /** The hash by which all messages to one address are found. */
  hashAddress(address: string): string;
}

const PUBLIC_ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** The secrets of a site for whatever loads or imports representatives. */
export function termSecrets(keyring: Keyring): TermSecrets {
  const place = (rowId: string) => ({ table: "terms", column: "address", rowId });
  return {
    newId: () => v7(),
    newPublicId,
    sealAddress: (termId, address) => keyring.seal(place(termId), address),
    openAddress: (termId, sealed) => keyring.open(place(termId), sealed),
    hashAddress: (address) => keyring.hash("address of a representative", address),
  };
}

function newPublicId(): string {
  return Array.from({ length: 10 }, () => PUBLIC_ID_LETTERS[randomInt(PUBLIC_ID_LETTERS.length)]).join("");
}
