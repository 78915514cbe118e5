import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
} from "@simplewebauthn/server";
import { PASSKEY_MINUTES } from "#app/policy.ts";
import type { Site } from "../site.ts";
import { MINUTE } from "../time/durations.ts";
import { getAccountAddress } from "./account-address.server.ts";
import type { RelyingParty } from "./passkey.ts";
import { makeChallenge } from "./passkey-challenge.server.ts";
import { listPasskeys } from "./passkey-queries.server.ts";
import { ALGORITHMS, passkeyUserId } from "./verify-passkey.server.ts";

/** What a browser needs to make a passkey for somebody who is signed in. Writes nothing. */
export async function beginPasskey(
  { db, keyring }: Pick<Site, "db" | "keyring">,
  { accountId, party }: { accountId: string; party: RelyingParty },
  now: number,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await listPasskeys(db.read, keyring, accountId);
  const address = await getAccountAddress(db.read, keyring, accountId);
  return generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userName: address,
    userDisplayName: address,
    userID: passkeyUserId(keyring, accountId),
    challenge: new Uint8Array(makeChallenge(keyring, accountId, now)),
    timeout: PASSKEY_MINUTES * MINUTE,
    attestationType: "none",
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}
