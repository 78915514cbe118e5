import { and, eq, ne } from "drizzle-orm";
import { tokenHash } from "../privacy/keyring.server.ts";
import type { Site } from "../site.ts";
import { mayChangePasskeys, type SignedIn } from "./account.ts";
import { lockAccount } from "./lock-account.server.ts";
import { countPasskeys } from "./passkey-queries.server.ts";
import { recordChange } from "./record-change.server.ts";

/**
 * Takes a passkey from an account and ends every other session that began with one, so that whoever has the lost
 * device is out; the address is told. `gone` where the account has no such passkey.
 */
export async function removePasskey(
  site: Site,
  { visitor, id, token }: { visitor: SignedIn; id: string; token: string },
  now: number,
): Promise<"removed" | "sign_in_again" | "gone"> {
  const { accountId } = visitor;
  return site.db.transaction("remove passkey", async (tx) => {
    const { passkeys, sessions } = tx.tables;
    await lockAccount(tx, accountId);
    if (!mayChangePasskeys(visitor, await countPasskeys(tx, accountId), now)) return "sign_in_again";
    const removed = await tx
      .delete(passkeys)
      .where(and(eq(passkeys.id, id), eq(passkeys.accountId, accountId)))
      .returning({ id: passkeys.id });
    if (removed.length === 0) return "gone";
    await tx
      .delete(sessions)
      .where(
        and(
          eq(sessions.accountId, accountId),
          eq(sessions.method, "passkey"),
          ne(sessions.tokenHash, tokenHash(token)),
        ),
      );
    await recordChange(tx, site, { accountId, change: "remove_passkey", detail: "", by: accountId }, now);
    return "removed";
  });
}
