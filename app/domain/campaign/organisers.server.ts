import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { OrganiserRole } from "#db/tables/organising.ts";
import { runners } from "./runners.server.ts";

/**
 * What an account may do with a campaign, by itself or as a member of the group that the campaign belongs to: the
 * greater of the two. Undefined for those who do not run it.
 */
export async function findOrganiserRole(
  read: Reader,
  { campaignId, accountId }: { campaignId: string; accountId: string },
): Promise<OrganiserRole | undefined> {
  const run = runners(read);
  const rows = await read
    .select({ role: run.role })
    .from(run)
    .where(and(eq(run.campaignId, campaignId), eq(run.accountId, accountId)));
  return rows.some(({ role }) => role === "owner") ? "owner" : rows[0]?.role;
}
