import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { CHECKED_STATES } from "./named-recipient.ts";

/** True of those who wait for moderators: named by a campaign that is in review or open. */
export function waitsForModerators(read: Reader): SQL {
  const { namedRecipients, campaigns } = read.tables;
  const checked = read
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.id, namedRecipients.campaignId), inArray(campaigns.state, [...CHECKED_STATES])));
  return sql`${namedRecipients.state} = 'waiting' and exists ${checked}`;
}
