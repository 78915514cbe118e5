/** What can be changed about an account that its owner is told of by mail. The audit log calls them the same. */
export const ACCOUNT_CHANGES = [
  "add_passkey",
  "remove_passkey",
  "reset_passkeys",
  "grant_role",
  "revoke_role",
] as const;
export type AccountChange = (typeof ACCOUNT_CHANGES)[number];

/** Reads a change back from its line in the log; undefined where the line is about something else. */
export function accountChange(action: string): AccountChange | undefined {
  return ACCOUNT_CHANGES.find((change) => change === action);
}
