import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** Where a ciphertext lives: part of what it is sealed with, so that it cannot be moved to another row. */
export interface Place {
  table: string;
  column: string;
  rowId: string;
}

/** Bytes that prove a ciphertext unaltered; a shorter proof is refused. */
const TAG_LENGTH = 16;

/** Encrypts, hashes and makes link tokens. Holds the keys; nothing else in the program does. */
export interface Keyring {
  /** Seals a text for one place, under the newest secret. A blank text stays blank. */
  seal(place: Place, text: string): string;
  /** Opens what `seal` made, whichever of the listed secrets it was made under. @throws when altered or moved. */
  open(place: Place, sealed: string): string;
  /** A keyed hash for look-up: the same text under the same purpose always gives the same 43 characters. */
  hash(purpose: string, text: string): string;
  /** The token of a link: 22 characters, the same every time for one row, purpose and generation. */
  token(purpose: string, rowId: string, generation: number, keyId?: string): string;
  /** The id of the newest secret. */
  keyId: string;
  /** What the database remembers of each secret, to notice a start with another one. */
  checkValues: { appSecrets: string[]; hashSecret: string };
}

/** `appSecrets` newest first; `hashSecret` never changes. Keys are made by HKDF-SHA256, one per purpose. */
export function makeKeyring(appSecrets: readonly string[], hashSecret: string): Keyring {
  const sets = appSecrets.map((secret) => ({
    id: derive(secret, "key id", 6).toString("base64url"),
    seal: derive(secret, "seal", 32),
    links: derive(secret, "links", 32),
  }));
  const [newest] = sets;
  if (!newest) throw new Error("APP_SECRET is empty; give at least one secret");
  const setById = new Map(sets.map((set) => [set.id, set]));
  const hashKey = derive(hashSecret, "hash", 32);

  function setOf(id: string) {
    const set = setById.get(id);
    if (!set)
      throw new Error(`the secret with key id ${id} is no longer in APP_SECRET; add it to the list again`);
    return set;
  }

  return {
    keyId: newest.id,
    checkValues: {
      appSecrets: sets.map((set) => set.id),
      hashSecret: derive(hashSecret, "check", 12).toString("base64url"),
    },
    seal(place, text) {
      if (text === "") return "";
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", newest.seal, nonce).setAAD(associated(place));
      const data = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return `${newest.id}.${nonce.toString("base64url")}.${data.toString("base64url")}`;
    },
    open(place, sealed) {
      if (sealed === "") return "";
      const [id = "", nonce = "", encoded = ""] = sealed.split(".");
      const data = Buffer.from(encoded, "base64url");
      const iv = Buffer.from(nonce, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", setOf(id).seal, iv, { authTagLength: TAG_LENGTH })
        .setAAD(associated(place))
        .setAuthTag(data.subarray(-TAG_LENGTH));
      return Buffer.concat([decipher.update(data.subarray(0, -TAG_LENGTH)), decipher.final()]).toString(
        "utf8",
      );
    },
    hash: (purpose, text) => createHmac("sha256", hashKey).update(`${purpose}\0${text}`).digest("base64url"),
    token(purpose, rowId, generation, keyId = newest.id) {
      const mac = createHmac("sha256", setOf(keyId).links)
        .update(`${purpose}\0${rowId}\0${generation}`)
        .digest();
      return mac.subarray(0, 16).toString("base64url");
    },
  };
}

/** What the database keeps of a token, and finds it by. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

function derive(secret: string, purpose: string, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "hear hear", purpose, length));
}

function associated({ table, column, rowId }: Place): Buffer {
  return Buffer.from(`${table}\0${column}\0${rowId}`);
}
