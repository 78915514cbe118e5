import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { SettleOutcome, Settling } from "../campaign/proposal.ts";
import { isSlugOf } from "../campaign/slug.ts";
import { findMemberRole } from "../crew/members.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { freeGroupSlug } from "./free-group-slug.server.ts";
import { GroupContent } from "./group.ts";
import { groupChangeNote } from "./group-changes.server.ts";
import { type GroupRow, holdGroup } from "./hold-group.server.ts";
import { noticeMembers } from "./notice-members.server.ts";

/**
 * Settles for good what a group would like to say: accepted, it is public from the commit on, and a group that waited
 * to be let in is open. A verified group that takes another name is verified no longer: somebody looks again. Its
 * members are told. `changed_meanwhile` where the group is closed or hidden; `own_campaign` for its own members.
 */
export async function settleGroupChange(
  site: Site,
  { publicId, moderatorId, decision, note }: Settling,
  now: number,
): Promise<SettleOutcome> {
  return site.db.transaction("settle group change", async (tx) => {
    const { groupChanges } = tx.tables;
    const [found] = await tx.select().from(groupChanges).where(eq(groupChanges.publicId, publicId));
    const group = found && (await holdGroup(tx, found.groupId));
    if (!group) return "unknown";
    if (await findMemberRole(tx, { kind: "group", id: group.id }, moderatorId)) return "own_campaign";
    const isAccepted = decision === "accepted";
    if (isAccepted && group.state !== "open" && group.state !== "in_review") return "changed_meanwhile";
    const settled = await tx
      .update(groupChanges)
      .set({
        state: decision,
        note: note === "" ? "" : site.keyring.seal(groupChangeNote(found.id), note),
        settledAt: now,
        settledBy: moderatorId,
      })
      .where(and(eq(groupChanges.id, found.id), eq(groupChanges.state, "waiting")))
      .returning({ id: groupChanges.id });
    if (settled.length === 0) return "already_settled";
    if (isAccepted) await show(tx, group, GroupContent.parse(JSON.parse(found.content)), now);
    else if (group.state === "in_review") await setState(tx, group.id, "rejected");
    const action = isAccepted ? "accept_group_change" : "decline_group_change";
    await appendAudit(tx, { accountId: moderatorId, action, subject: group.id, detail: publicId }, now);
    await noticeMembers(tx, site, { groupId: group.id, kind: "change_settled", subjectId: found.id }, now);
    return "settled";
  });
}

async function show(tx: Tx, group: GroupRow, content: GroupContent, now: number): Promise<void> {
  const { groups } = tx.tables;
  const isNew = group.state === "in_review";
  // What had to go from a name before it was let in must not stay in the address.
  const slug =
    isNew && !isSlugOf("group", group.slug, content.name)
      ? await freeGroupSlug(tx, group.id, content.name)
      : group.slug;
  const isRenamed = content.name !== group.name;
  await tx
    .update(groups)
    .set({
      ...content,
      ...{ slug, state: "open", openedAt: group.openedAt ?? now },
      ...(isRenamed && !isNew ? { verifiedAt: null, verifiedBy: "", verifiedWords: "" } : {}),
    })
    .where(eq(groups.id, group.id));
}

async function setState(tx: Tx, groupId: string, state: GroupRow["state"]): Promise<void> {
  const { groups } = tx.tables;
  await tx.update(groups).set({ state }).where(eq(groups.id, groupId));
}
