import { randomBytes, timingSafeEqual } from "node:crypto";
import { PASSKEY_MINUTES } from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { MINUTE } from "../time/durations.ts";

/** What a browser is to sign: for making a passkey of one account, or, with a blank account, for signing in. */
export interface Challenge {
  challenge: string;
  accountId: string;
  expiresAt: number;
}

/**
 * Makes what a browser is to sign. It proves itself by a keyed hash, so nothing is written before somebody has
 * signed it: opening the page, as scanners do, leaves no row.
 */
export function makeChallenge(keyring: Keyring, accountId: string, now: number): Buffer {
  const said = `${now + PASSKEY_MINUTES * MINUTE}.${randomBytes(16).toString("base64url")}`;
  return Buffer.from(`${said}.${proof(keyring, accountId, said)}`);
}

/** Reads what a browser has signed: whether we asked this, for this account, and whether its time is over. */
export function readChallenge(
  keyring: Keyring,
  { challenge, accountId }: { challenge: string; accountId: string },
  now: number,
): Challenge | "expired" | "unknown" {
  const text = Buffer.from(challenge, "base64url").toString();
  const said = text.slice(0, text.lastIndexOf("."));
  const given = Buffer.from(text.slice(said.length + 1));
  const expected = Buffer.from(proof(keyring, accountId, said));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return "unknown";
  const expiresAt = Number(said.slice(0, said.indexOf(".")));
  return expiresAt <= now ? "expired" : { challenge: text, accountId, expiresAt };
}

/** Spends a challenge; false where somebody was first. The insert settles it. */
export async function spendChallenge(tx: Tx, challenge: Challenge): Promise<boolean> {
  const { passkeyChallenges } = tx.tables;
  const spent = await tx
    .insert(passkeyChallenges)
    .values(challenge)
    .onConflictDoNothing()
    .returning({ challenge: passkeyChallenges.challenge });
  return spent.length > 0;
}

function proof(keyring: Keyring, accountId: string, said: string): string {
  return keyring.hash("passkey challenge", `${accountId}\0${said}`);
}
