import { and, eq, lt } from "drizzle-orm";
import type { Site } from "../site.ts";
import { beginSession, type NewSession } from "./begin-session.server.ts";
import type { RelyingParty, UsedPasskeyForm } from "./passkey.ts";
import { spendChallenge } from "./passkey-challenge.server.ts";
import { findPasskey } from "./passkey-queries.server.ts";
import { verifyUsedPasskey } from "./verify-passkey.server.ts";

/** What a browser answered, and the browser itself. */
export interface UsedPasskey {
  answer: UsedPasskeyForm["passkey"];
  party: RelyingParty;
  device: string;
  replaces?: string;
}

/**
 * Begins a session for the owner of a passkey. `refused` is an answer that proves nothing: made for another site,
 * with a passkey that is not known here or no longer, by nobody in person, or used before. The rows settle who of
 * two was first: the challenge is spent once, and a counter that counts only goes up.
 */
export async function signInByPasskey(
  site: Site,
  { answer, party, device, replaces }: UsedPasskey,
  now: number,
): Promise<NewSession | "expired" | "refused"> {
  const kept = await findPasskey(site.db.read, answer.id);
  if (!kept) return "refused";
  const verified = await verifyUsedPasskey(site.keyring, { answer, party, kept }, now);
  if (typeof verified === "string") return verified;
  const { counter, challenge } = verified;
  return site.db.transaction("sign in by passkey", async (tx) => {
    const { passkeys } = tx.tables;
    if (!(await spendChallenge(tx, challenge))) return "refused";
    const [used] = await tx
      .update(passkeys)
      .set({ counter, lastUsedAt: now })
      .where(
        and(
          eq(passkeys.id, kept.id),
          counter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, counter),
        ),
      )
      .returning({ accountId: passkeys.accountId });
    if (!used) return "refused";
    const { accountId } = used;
    return beginSession(tx, { accountId, device, method: "passkey", replaces }, now);
  });
}
