import { eq } from "drizzle-orm";
import { CHANGES_PER_GROUP_PER_DAY } from "#app/policy-groups.ts";
import type { Tx } from "#db/database.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { londonDay } from "../time/london.ts";
import {
  CHANGEABLE_GROUP_STATES,
  contentOf,
  type GroupContent,
  type GroupForm,
  isGroupIn,
  isSameContent,
} from "./group.ts";
import {
  findNewestChange,
  insertGroupChange,
  presentContent,
  withdrawWaiting,
  writtenContent,
} from "./group-changes.server.ts";
import { type GroupRow, holdGroup } from "./hold-group.server.ts";

/** What became of it; a change waits for a moderator in the first case alone. */
export type ProposeGroupOutcome = "proposed" | "unchanged" | "too_many" | "not_now";

/** What a member would like the group to say, or which picture to show, blank for none. */
export interface GroupProposal {
  groupId: string;
  accountId: string;
  change: { form: GroupForm } | { pictureId: string };
}

/**
 * Takes down what those who run a group would like to change of it. It waits for a moderator, in the place of what
 * waited before: there is never more than one to read. Of a group that was not let in before, it is a new application.
 * Whether the account runs the group is the caller's to ask.
 */
export async function proposeGroupChange(
  site: Pick<Site, "db" | "keyring">,
  { groupId, accountId, change }: GroupProposal,
  now: number,
): Promise<ProposeGroupOutcome> {
  return site.db.transaction("propose group change", async (tx) => {
    const group = await holdGroup(tx, groupId);
    if (!group || !isGroupIn(CHANGEABLE_GROUP_STATES, group.state)) return "not_now";
    const newest = await findNewestChange(tx, site.keyring, groupId);
    const before = writtenContent(group, newest);
    const content =
      "form" in change
        ? contentOf(change.form, before, londonDay(now))
        : { ...before, pictureId: change.pictureId };
    if (isSameContent(before, content) && group.state !== "rejected") return "unchanged";
    const allowance = { key: `group changes ${groupId}`, windowMs: DAY, limit: CHANGES_PER_GROUP_PER_DAY };
    if (!(await takeAllowance(tx, allowance, now))) return "too_many";
    await withdrawWaiting(tx, groupId, now);
    const isBackToPresent = group.state === "open" && isSameContent(presentContent(group), content);
    if (!isBackToPresent) await insertGroupChange(tx, { groupId, accountId, content }, now);
    if (group.state !== "open") await showMembers(tx, group, content);
    return "proposed";
  });
}

/** What nobody else has seen yet stands in the group's own row as well, as what it is called among its members. */
async function showMembers(tx: Tx, { id }: GroupRow, content: GroupContent): Promise<void> {
  const { groups } = tx.tables;
  await tx
    .update(groups)
    .set({ ...content, state: "in_review" })
    .where(eq(groups.id, id));
}

/** Takes back what waits for a moderator. False where nothing does, or the group has not been let in yet. */
export async function withdrawGroupChange(site: Site, groupId: string, now: number): Promise<boolean> {
  return site.db.transaction("withdraw group change", async (tx) => {
    const group = await holdGroup(tx, groupId);
    return group?.state === "open" && (await withdrawWaiting(tx, groupId, now));
  });
}
