import { and, eq, inArray } from "drizzle-orm";
import { findMemberRole } from "../crew/members.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { PUBLIC_GROUP_STATES } from "./group.ts";
import { noticeMembers } from "./notice-members.server.ts";
import { holdBySlug } from "./verify-group.server.ts";

/**
 * Takes a group's page down at once: it answers 410, its campaigns name it no longer, those who run it have no part in
 * them by that, and it is verified no more. Its campaigns stay: each is decided about by itself. The members are told
 * why, by the reason's code.
 */
export async function hideGroup(
  site: Pick<Site, "db" | "wake">,
  { slug, moderatorId, reason }: { slug: string; moderatorId: string; reason: string },
  now: number,
): Promise<"hidden" | "unknown" | "own_group" | "not_now"> {
  return site.db.transaction("hide group", async (tx) => {
    const group = await holdBySlug(tx, slug);
    if (!group) return "unknown";
    if (await findMemberRole(tx, { kind: "group", id: group.id }, moderatorId)) return "own_group";
    const { groups } = tx.tables;
    const hidden = await tx
      .update(groups)
      .set({ state: "hidden", verifiedAt: null, verifiedBy: "", verifiedWords: "" })
      .where(and(eq(groups.id, group.id), inArray(groups.state, [...PUBLIC_GROUP_STATES])))
      .returning({ id: groups.id });
    if (hidden.length === 0) return "not_now";
    await appendAudit(
      tx,
      { accountId: moderatorId, action: "hide_group", subject: group.id, detail: reason },
      now,
    );
    await noticeMembers(tx, site, { groupId: group.id, kind: "hidden", subjectId: reason }, now);
    return "hidden";
  });
}

/** Puts a hidden group back: everybody can read its page again. Its mark, if it had one, is for somebody to look at anew. */
export async function restoreGroup(
  site: Pick<Site, "db" | "wake">,
  { slug, moderatorId }: { slug: string; moderatorId: string },
  now: number,
): Promise<"restored" | "unknown" | "own_group" | "not_now"> {
  return site.db.transaction("restore group", async (tx) => {
    const group = await holdBySlug(tx, slug);
    if (!group) return "unknown";
    if (await findMemberRole(tx, { kind: "group", id: group.id }, moderatorId)) return "own_group";
    const { groups } = tx.tables;
    const restored = await tx
      .update(groups)
      .set({ state: "open" })
      .where(and(eq(groups.id, group.id), eq(groups.state, "hidden")))
      .returning({ id: groups.id });
    if (restored.length === 0) return "not_now";
    await appendAudit(
      tx,
      { accountId: moderatorId, action: "restore_group", subject: group.id, detail: "" },
      now,
    );
    await noticeMembers(tx, site, { groupId: group.id, kind: "restored", subjectId: "" }, now);
    return "restored";
  });
}
