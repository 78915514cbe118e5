import { FRESH_SIGN_IN_MINUTES } from "#app/policy.ts";
import type { Role, SignInMethod } from "#db/tables/account.ts";
import { MINUTE } from "../time/durations.ts";

/** Somebody who is signed in, how and when they did so, and what they may do on the whole site. */
export interface SignedIn {
  accountId: string;
  roles: readonly Role[];
  method: SignInMethod;
  signedInAt: number;
}

/** Whether somebody may do what a role may; an admin may do everything. */
export function hasRole(signedIn: Pick<SignedIn, "roles">, role: Role): boolean {
  return signedIn.roles.includes(role) || signedIn.roles.includes("admin");
}

/**
 * Whether somebody may add or remove a passkey: with a session that began with one; for the very first also with
 * one that a mailed link began a moment ago. So neither a mailbox that others can read nor a browser left open
 * is enough to get at an account that has a passkey, or to give it one.
 */
export function mayChangePasskeys(
  { method, signedInAt }: Pick<SignedIn, "method" | "signedInAt">,
  passkeyCount: number,
  now: number,
): boolean {
  if (method === "passkey") return true;
  return passkeyCount === 0 && now < signedInAt + FRESH_SIGN_IN_MINUTES * MINUTE;
}
