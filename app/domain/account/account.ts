import type { Role } from "#db/tables/account.ts";

/** Somebody who is signed in, and what they may do on the whole site. */
export interface SignedIn {
  accountId: string;
  roles: readonly Role[];
}

/** Whether somebody may do what a role may; an admin may do everything. */
export function hasRole(signedIn: SignedIn, role: Role): boolean {
  return signedIn.roles.includes(role) || signedIn.roles.includes("admin");
}
