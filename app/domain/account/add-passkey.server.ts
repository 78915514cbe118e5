import { PASSKEYS_PER_ACCOUNT } from "#app/policy.ts";
import type { Site } from "../site.ts";
import { mayChangePasskeys, type SignedIn } from "./account.ts";
import { lockAccount } from "./lock-account.server.ts";
import type { NewPasskeyForm, RelyingParty } from "./passkey.ts";
import { spendChallenge } from "./passkey-challenge.server.ts";
import { countPasskeys, labelOf } from "./passkey-queries.server.ts";
import { recordChange } from "./record-change.server.ts";
import { verifyNewPasskey } from "./verify-passkey.server.ts";

/** Who adds a passkey, what their browser answered, and the kind of browser it is. */
export interface NewPasskey {
  visitor: SignedIn;
  answer: NewPasskeyForm["passkey"];
  party: RelyingParty;
  device: string;
}

/**
 * Gives an account another passkey; its address is told. `refused` is an answer that proves nothing, or was used
 * before; `already_known` a passkey that somebody has here.
 */
export async function addPasskey(
  site: Site,
  { visitor, answer, party, device }: NewPasskey,
  now: number,
): Promise<"added" | "sign_in_again" | "too_many" | "already_known" | "expired" | "refused"> {
  const { accountId } = visitor;
  const verified = await verifyNewPasskey(site.keyring, { answer, party, accountId }, now);
  if (typeof verified === "string") return verified;
  const { made, challenge } = verified;
  return site.db.transaction("add passkey", async (tx) => {
    const { passkeys } = tx.tables;
    await lockAccount(tx, accountId);
    const before = await countPasskeys(tx, accountId);
    if (!mayChangePasskeys(visitor, before, now)) return "sign_in_again";
    if (before >= PASSKEYS_PER_ACCOUNT) return "too_many";
    if (!(await spendChallenge(tx, challenge))) return "refused";
    const added = await tx
      .insert(passkeys)
      .values({
        ...made,
        accountId,
        transports: answer.response.transports.join(","),
        label: site.keyring.seal(labelOf(made.id), device),
        createdAt: now,
        lastUsedAt: null,
      })
      .onConflictDoNothing()
      .returning({ id: passkeys.id });
    if (added.length === 0) return "already_known";
    await recordChange(tx, site, { accountId, change: "add_passkey", detail: device, by: accountId }, now);
    return "added";
  });
}
