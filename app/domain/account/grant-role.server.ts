import type { Role } from "#db/tables/account.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { ensureAccount } from "./ensure-account.server.ts";

/** Lets the account of an address do what a role may, from now on; made if it is not there. */
export async function grantRole(
  site: Pick<Site, "db" | "keyring">,
  { email, role }: { email: string; role: Role },
  now: number,
): Promise<"granted" | "already_granted"> {
  return site.db.transaction("grant role", async (tx) => {
    const { roles } = tx.tables;
    const accountId = await ensureAccount(tx, site, email, now);
    const granted = await tx
      .insert(roles)
      .values({ accountId, role, grantedAt: now })
      .onConflictDoNothing()
      .returning({ role: roles.role });
    if (granted.length === 0) return "already_granted";
    await appendAudit(tx, { accountId: "", action: "grant_role", subject: accountId, detail: role }, now);
    return "granted";
  });
}
