import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { OrganiserRole } from "#db/tables/organising.ts";

/** What an account may do with a campaign; undefined for those who do not run it. */
export async function findOrganiserRole(
  read: Reader,
  { campaignId, accountId }: { campaignId: string; accountId: string },
): Promise<OrganiserRole | undefined> {
  const { organisers } = read.tables;
  const [row] = await read
    .select({ role: organisers.role })
    .from(organisers)
    .where(and(eq(organisers.campaignId, campaignId), eq(organisers.accountId, accountId)));
  return row?.role;
}
