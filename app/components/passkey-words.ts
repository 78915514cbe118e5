import { FRESH_SIGN_IN_MINUTES, PASSKEYS_PER_ACCOUNT } from "#app/policy.ts";

const PROBLEMS = {
  expired: "That took too long. Press the button and try again.",
  refused: "This passkey did not work here. Try again, or sign in by mail.",
  sign_in_again: `First sign in again, with a passkey if you have one. Your first passkey is made within ${FRESH_SIGN_IN_MINUTES} minutes of signing in by mail.`,
  too_many: `You have ${PASSKEYS_PER_ACCOUNT} passkeys already. Remove one first.`,
  already_known: "This device already has a passkey for this site.",
} as const;

/** What to do where a passkey could not be used, made or removed. */
export function passkeyProblem(problem: keyof typeof PROBLEMS): string {
  return PROBLEMS[problem];
}
