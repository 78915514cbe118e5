import { and, eq, ne } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/**
 * Everybody who runs a campaign, as a table to join: its organisers, and the members of the group that it belongs
 * to, as long as that group is open. Somebody may stand in it twice. This is the one place that knows it.
 */
export function runners(read: Reader) {
  const { organisers, groupMembers, groups, campaigns } = read.tables;
  return read
    .select({
      campaignId: organisers.campaignId,
      accountId: organisers.accountId,
      role: organisers.role,
      addedAt: organisers.addedAt,
    })
    .from(organisers)
    .unionAll(
      read
        .select({
          campaignId: campaigns.id,
          accountId: groupMembers.accountId,
          role: groupMembers.role,
          addedAt: groupMembers.addedAt,
        })
        .from(groupMembers)
        .innerJoin(groups, and(eq(groups.id, groupMembers.groupId), eq(groups.state, "open")))
        // A draft is anybody's who has its link, until it begins.
        .innerJoin(campaigns, and(eq(campaigns.groupId, groups.id), ne(campaigns.state, "draft"))),
    )
    .as("runners");
}
