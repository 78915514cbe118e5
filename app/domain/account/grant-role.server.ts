import type { Role } from "#db/tables/account.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { ensureAccount } from "./ensure-account.server.ts";
import { recordChange } from "./record-change.server.ts";

/**
 * Lets the account of an address do what a role may, from now on; made if it is not there. `by` is the admin who
 * does it: then the address is told by mail. A command gives none.
 */
export async function grantRole(
  site: Pick<Site, "db" | "keyring"> & Partial<Pick<Site, "wake">>,
  { email, role, by = "" }: { email: string; role: Role; by?: string },
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
    const { wake = () => {} } = site;
    if (by === "")
      await appendAudit(tx, { accountId: by, action: "grant_role", subject: accountId, detail: role }, now);
    else await recordChange(tx, { wake }, { accountId, change: "grant_role", detail: role, by }, now);
    return "granted";
  });
}
