import { and, eq } from "drizzle-orm";
import type { Site } from "../site.ts";
import { labelOf } from "./passkey-queries.server.ts";

/** Calls a passkey what its owner wants; false where the account has no such passkey. */
export async function namePasskey(
  { db, keyring }: Pick<Site, "db" | "keyring">,
  { accountId, id, name }: { accountId: string; id: string; name: string },
): Promise<boolean> {
  return db.transaction("name passkey", async (tx) => {
    const { passkeys } = tx.tables;
    const named = await tx
      .update(passkeys)
      .set({ label: keyring.seal(labelOf(id), name) })
      .where(and(eq(passkeys.id, id), eq(passkeys.accountId, accountId)))
      .returning({ id: passkeys.id });
    return named.length > 0;
  });
}
