import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { COSEALG, decodeAttestationObject, isoBase64URL } from "@simplewebauthn/server/helpers";
import type { Keyring } from "../privacy/keyring.server.ts";
import type { NewPasskeyForm, RelyingParty, UsedPasskeyForm } from "./passkey.ts";
import { type Challenge, readChallenge } from "./passkey-challenge.server.ts";

/** What passkeys may sign with: what phones, computers and keys on rings have. */
export const ALGORITHMS = [COSEALG.EdDSA, COSEALG.ES256, COSEALG.RS256];

/** What is kept of a passkey that a browser has made; `publicKey` is COSE in base64url. */
export interface MadePasskey {
  id: string;
  publicKey: string;
  counter: number;
}

/** The passkey that somebody says they have used, as it is kept, and whose it is. */
export interface KeptPasskey extends MadePasskey {
  accountId: string;
}

/** Checks that a browser has made a passkey for an account, here, by its person, as we have asked just now. */
export async function verifyNewPasskey(
  keyring: Keyring,
  { answer, party, accountId }: { answer: NewPasskeyForm["passkey"]; party: RelyingParty; accountId: string },
  now: number,
): Promise<{ made: MadePasskey; challenge: Challenge } | "expired" | "refused"> {
  const asked = expect(keyring, accountId, now);
  try {
    if (hasCertificates(answer.response.attestationObject)) return "refused";
    const { registrationInfo } = await verifyRegistrationResponse({
      ...common(party, asked.check),
      response: answer,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    const challenge = asked.found();
    if (!registrationInfo || typeof challenge === "string") return "refused";
    const { id, publicKey, counter } = registrationInfo.credential;
    return { challenge, made: { id, publicKey: isoBase64URL.fromBuffer(publicKey), counter } };
  } catch {
    return asked.found() === "expired" ? "expired" : "refused";
  }
}

/** Checks that somebody holds the private half of a passkey and has used it here, as we have asked just now. */
export async function verifyUsedPasskey(
  keyring: Keyring,
  { answer, party, kept }: { answer: UsedPasskeyForm["passkey"]; party: RelyingParty; kept: KeptPasskey },
  now: number,
): Promise<{ counter: number; challenge: Challenge } | "expired" | "refused"> {
  const { userHandle } = answer.response;
  const owner = isoBase64URL.fromBuffer(new Uint8Array(passkeyUserId(keyring, kept.accountId)));
  if (userHandle !== undefined && userHandle !== owner) return "refused";
  const asked = expect(keyring, "", now);
  try {
    const publicKey = isoBase64URL.toBuffer(kept.publicKey);
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      ...common(party, asked.check),
      response: answer,
      credential: { id: kept.id, publicKey, counter: kept.counter },
    });
    const challenge = asked.found();
    if (!verified || typeof challenge === "string") return "refused";
    return { challenge, counter: authenticationInfo.newCounter };
  } catch {
    return asked.found() === "expired" ? "expired" : "refused";
  }
}

/** By what a person's device knows the account: the same for all its passkeys, and nothing that we call it by. */
export function passkeyUserId(keyring: Keyring, accountId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(keyring.hash("passkey user", accountId)));
}

function common(party: RelyingParty, expectedChallenge: (challenge: string) => boolean) {
  return {
    expectedChallenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
  };
}

/** Reads the challenge in what was signed when the verifier comes to it, and remembers how it was. */
function expect(keyring: Keyring, accountId: string, now: number) {
  let found: Challenge | "expired" | "unknown" = "unknown";
  return {
    check(challenge: string): boolean {
      found = readChallenge(keyring, { challenge, accountId }, now);
      return typeof found !== "string";
    },
    found: () => found,
  };
}

/** We ask for no attestation. One with certificates would make the verifier fetch addresses that they name. */
function hasCertificates(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = decoded.get("fmt");
  return !(format === "none" || (format === "packed" && decoded.get("attStmt").get("x5c") === undefined));
}
