import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { findMemberRole } from "../crew/members.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { holdGroup } from "./hold-group.server.ts";
import { noticeMembers } from "./notice-members.server.ts";

/**
 * Says in public that a moderator has checked that a group is who it says, with what was looked at; said again, the
 * new words and day take the place of the old. From now on its campaigns need no supporters before review, and may
 * ask who signs whether the group may write to them. Nobody verifies a group that they run.
 */
export async function verifyGroup(
  site: Pick<Site, "db" | "wake">,
  { slug, moderatorId, checked }: { slug: string; moderatorId: string; checked: string },
  now: number,
): Promise<"verified" | "unknown" | "own_group" | "not_now"> {
  return site.db.transaction("verify group", async (tx) => {
    const group = await holdBySlug(tx, slug);
    if (!group) return "unknown";
    if (await findMemberRole(tx, { kind: "group", id: group.id }, moderatorId)) return "own_group";
    const { groups } = tx.tables;
    const verified = await tx
      .update(groups)
      .set({ verifiedAt: now, verifiedBy: moderatorId, verifiedWords: checked })
      .where(and(eq(groups.id, group.id), eq(groups.state, "open")))
      .returning({ id: groups.id });
    if (verified.length === 0) return "not_now";
    await appendAudit(
      tx,
      { accountId: moderatorId, action: "verify_group", subject: group.id, detail: "" },
      now,
    );
    await noticeMembers(tx, site, { groupId: group.id, kind: "verified", subjectId: "" }, now);
    return "verified";
  });
}

/** Takes the mark back. Who let the group write to them keeps saying so, but no list is given out any more. */
export async function unverifyGroup(
  site: Pick<Site, "db" | "wake">,
  { slug, moderatorId }: { slug: string; moderatorId: string },
  now: number,
): Promise<"unverified" | "unknown" | "own_group" | "not_now"> {
  return site.db.transaction("unverify group", async (tx) => {
    const group = await holdBySlug(tx, slug);
    if (!group) return "unknown";
    if (await findMemberRole(tx, { kind: "group", id: group.id }, moderatorId)) return "own_group";
    if (group.verifiedAt === null) return "not_now";
    const { groups } = tx.tables;
    await tx
      .update(groups)
      .set({ verifiedAt: null, verifiedBy: "", verifiedWords: "" })
      .where(eq(groups.id, group.id));
    const line = { accountId: moderatorId, action: "unverify_group", subject: group.id, detail: "" };
    await appendAudit(tx, line, now);
    await noticeMembers(tx, site, { groupId: group.id, kind: "unverified", subjectId: "" }, now);
    return "unverified";
  });
}

/** The group of a slug, held until the unit ends. */
export async function holdBySlug(tx: Tx, slug: string) {
  const { groups } = tx.tables;
  const [found] = await tx.select({ id: groups.id }).from(groups).where(eq(groups.slug, slug));
  return found && holdGroup(tx, found.id);
}
