import { asc, count, eq } from "drizzle-orm";
import { PASSKEYS_PER_ACCOUNT } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { Keyring, Place } from "../privacy/keyring.server.ts";
import type { KeptPasskey } from "./verify-passkey.server.ts";

/** A passkey as its owner sees it. */
export interface ListedPasskey {
  id: string;
  name: string;
  createdAt: number;
  lastUsedAt: number | null;
}

/** An account's passkeys, the oldest first. */
export async function listPasskeys(
  read: Reader,
  keyring: Keyring,
  accountId: string,
): Promise<(ListedPasskey & { transports: string[] })[]> {
  const { passkeys } = read.tables;
  const rows = await read
    .select()
    .from(passkeys)
    .where(eq(passkeys.accountId, accountId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))
    .limit(PASSKEYS_PER_ACCOUNT);
  return rows.map(({ id, label, transports, createdAt, lastUsedAt }) => ({
    ...{ id, createdAt, lastUsedAt },
    name: keyring.open(labelOf(id), label),
    transports: transports.split(",").filter(Boolean),
  }));
}

/** How many passkeys an account has. */
export async function countPasskeys(read: Reader, accountId: string): Promise<number> {
  const { passkeys } = read.tables;
  const [row] = await read.select({ count: count() }).from(passkeys).where(eq(passkeys.accountId, accountId));
  return row?.count ?? 0;
}

/** A passkey by the id that a browser gives; undefined for one that is not known here. */
export async function findPasskey(read: Reader, id: string): Promise<KeptPasskey | undefined> {
  const { passkeys } = read.tables;
  const [row] = await read.select().from(passkeys).where(eq(passkeys.id, id));
  if (!row) return undefined;
  const { accountId, publicKey, counter } = row;
  return { id, accountId, publicKey, counter };
}

/** Where a passkey's name is sealed. */
export function labelOf(id: string): Place {
  return { table: "passkeys", column: "label", rowId: id };
}
