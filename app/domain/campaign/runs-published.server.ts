import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { LISTED_STATES } from "./campaign.ts";
import { runners } from "./runners.server.ts";

/** Whether an account runs a campaign that a moderator has published, by itself or with its group. */
export async function runsPublished(read: Reader, accountId: string): Promise<boolean> {
  const { campaigns } = read.tables;
  const run = runners(read);
  const [one] = await read
    .select({ campaignId: run.campaignId })
    .from(run)
    .innerJoin(campaigns, eq(campaigns.id, run.campaignId))
    .where(and(eq(run.accountId, accountId), inArray(campaigns.state, [...LISTED_STATES])))
    .limit(1);
  return one !== undefined;
}
