import { and, eq, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";

/** Whoever decides: their account, and whether they are an admin. */
export interface Moderator {
  moderatorId: string;
  isAdmin: boolean;
}

/** As which of the movers of a campaign a moderator acts. */
export function moverOf({ isAdmin }: Moderator): "moderator" | "admin" {
  return isAdmin ? "admin" : "moderator";
}

/** A row of campaigns. */
export type CampaignRow = Tables["campaigns"]["$inferSelect"];

/**
 * A campaign, held until the unit ends: what is read of it now is so when the unit commits. Undefined where there is
 * none.
 */
export async function holdCampaign(
  tx: Tx,
  by: { number: number } | { id: string },
): Promise<CampaignRow | undefined> {
  const { campaigns } = tx.tables;
  const [campaign] = await tx
    .update(campaigns)
    .set({ number: sql`${campaigns.number}` })
    .where("id" in by ? eq(campaigns.id, by.id) : eq(campaigns.number, by.number))
    .returning();
  return campaign;
}

/** Whether an account runs a campaign: nobody moderates their own. */
export async function runsCampaign(read: Reader, campaignId: string, accountId: string): Promise<boolean> {
  const { organisers } = read.tables;
  const found = await read
    .select({ accountId: organisers.accountId })
    .from(organisers)
    .where(and(eq(organisers.campaignId, campaignId), eq(organisers.accountId, accountId)));
  return found.length > 0;
}
