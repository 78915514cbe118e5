import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { PASSKEY_MINUTES } from "#app/policy.ts";
import type { Site } from "../site.ts";
import { MINUTE } from "../time/durations.ts";
import type { RelyingParty } from "./passkey.ts";
import { makeChallenge } from "./passkey-challenge.server.ts";

/** What a browser needs to sign somebody in with whichever passkey they have for this site. Writes nothing. */
export async function beginPasskeySignIn(
  { keyring }: Pick<Site, "keyring">,
  { party }: { party: RelyingParty },
  now: number,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: new Uint8Array(makeChallenge(keyring, "", now)),
    timeout: PASSKEY_MINUTES * MINUTE,
    userVerification: "required",
  });
}
