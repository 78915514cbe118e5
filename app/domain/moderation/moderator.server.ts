import { eq } from "drizzle-orm";
import type { Reader, Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { findOrganiserRole } from "../campaign/organisers.server.ts";

/** A row of campaigns. */
export type CampaignRow = Tables["campaigns"]["$inferSelect"];

/** Whoever decides: their account, and whether they are an admin. */
export interface Moderator {
  moderatorId: string;
  isAdmin: boolean;
}

/** As which of the movers of a campaign a moderator acts. */
export function moverOf({ isAdmin }: Pick<Moderator, "isAdmin">): "moderator" | "admin" {
  return isAdmin ? "admin" : "moderator";
}

/** The campaign of a public number, held until the unit ends; undefined for no such number. */
export async function holdByNumber(tx: Tx, number: number): Promise<CampaignRow | undefined> {
  const { campaigns } = tx.tables;
  const [found] = await tx.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.number, number));
  return found && holdCampaign(tx, found.id);
}

/** Whether an account runs a campaign: nobody moderates their own. */
export async function runsCampaign(read: Reader, campaignId: string, accountId: string): Promise<boolean> {
  return (await findOrganiserRole(read, { campaignId, accountId })) !== undefined;
}
