import { asc, count, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Role } from "#db/tables/account.ts";
import type { Keyring } from "../privacy/keyring.server.ts";

/** People who run the site that are listed at most: more than a charity has. */
const LISTED = 500;

/** One role of one person. */
export interface RoleHolder {
  email: string;
  role: Role;
  grantedAt: number;
  passkeyCount: number;
}

/** Who may do what on the whole site: admins first, then by when they were given their role. */
export async function listRoleHolders(read: Reader, keyring: Keyring): Promise<RoleHolder[]> {
  const { roles, accounts, passkeys } = read.tables;
  const rows = await read
    .select({
      accountId: accounts.id,
      address: accounts.address,
      role: roles.role,
      grantedAt: roles.grantedAt,
      passkeyCount: count(passkeys.id),
    })
    .from(roles)
    .innerJoin(accounts, eq(accounts.id, roles.accountId))
    .leftJoin(passkeys, eq(passkeys.accountId, accounts.id))
    .groupBy(accounts.id, accounts.address, roles.role, roles.grantedAt)
    .orderBy(asc(roles.role), asc(roles.grantedAt), asc(accounts.id))
    .limit(LISTED);
  return rows.map(({ accountId, address, ...holder }) => ({
    ...holder,
    email: keyring.open({ table: "accounts", column: "address", rowId: accountId }, address),
  }));
}
