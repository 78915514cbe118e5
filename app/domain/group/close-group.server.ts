import { and, eq } from "drizzle-orm";
import { findMemberRole } from "../crew/members.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { withdrawWaiting } from "./group-changes.server.ts";
import { holdGroup } from "./hold-group.server.ts";

/**
 * Ends a group: its page stays to be read and says so, nobody writes to it any more, and its campaigns are run by
 * their own organisers alone. One that was never let in is as good as never made. Only an owner may.
 */
export async function closeGroup(
  site: Pick<Site, "db">,
  { groupId, accountId }: { groupId: string; accountId: string },
  now: number,
): Promise<"closed" | "not_owner" | "not_now"> {
  return site.db.transaction("close group", async (tx) => {
    const group = await holdGroup(tx, groupId);
    if (!group || group.state === "closed" || group.state === "hidden") return "not_now";
    if ((await findMemberRole(tx, { kind: "group", id: groupId }, accountId)) !== "owner") return "not_owner";
    const { groups } = tx.tables;
    // What nobody has let in must not become public by ending.
    const state = group.state === "open" ? "closed" : "rejected";
    await tx
      .update(groups)
      .set({ state })
      .where(and(eq(groups.id, groupId), eq(groups.state, group.state)));
    await withdrawWaiting(tx, groupId, now);
    await appendAudit(tx, { accountId, action: "close_group", subject: groupId, detail: "" }, now);
    return "closed";
  });
}

/** Lets everybody write to the group from its page, or nobody. */
export async function setGroupMessages(
  site: Pick<Site, "db">,
  { groupId, takesMessages }: { groupId: string; takesMessages: boolean },
): Promise<void> {
  await site.db.transaction("set group messages", async (tx) => {
    const { groups } = tx.tables;
    await tx.update(groups).set({ takesMessages }).where(eq(groups.id, groupId));
  });
}
