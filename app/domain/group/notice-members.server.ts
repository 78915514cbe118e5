import { asc, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { RUN_BY_AT_MOST } from "#app/policy.ts";
import type { Reader, Tx } from "#db/database.ts";
import type { GroupNoticeKind } from "#db/tables/group.ts";
import { findMemberRole } from "../crew/members.server.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import type { Site } from "../site.ts";
import type { GroupRow } from "./hold-group.server.ts";

/**
 * Queues one mail to each of those who run a group, in the transaction of its cause. `subjectId` is the change or the
 * message that it is about, the reason's code where it was hidden, or blank.
 */
export async function noticeMembers(
  tx: Tx,
  site: Pick<Site, "wake">,
  { groupId, kind, subjectId }: { groupId: string; kind: GroupNoticeKind; subjectId: string },
  now: number,
): Promise<void> {
  const { groupMembers, groupNotices } = tx.tables;
  const people = await tx
    .select({ accountId: groupMembers.accountId })
    .from(groupMembers)
    .where(eq(groupMembers.groupId, groupId))
    .orderBy(asc(groupMembers.addedAt), asc(groupMembers.accountId))
    .limit(RUN_BY_AT_MOST);
  for (const { accountId } of people) {
    const id = v7({ msecs: now });
    await tx.insert(groupNotices).values({ id, accountId, groupId, kind, subjectId, createdAt: now });
    await queueMail(tx, site, { template: "group-notice", rowId: id }, now);
  }
}

/** A mail to one member: where it goes, about what. */
export interface GroupNotice {
  address: string;
  kind: GroupNoticeKind;
  subjectId: string;
  group: GroupRow;
}

/** What a queued mail to a member is about; undefined for somebody who does not run the group any more. */
export async function findGroupNotice(
  read: Reader,
  keyring: Keyring,
  id: string,
): Promise<GroupNotice | undefined> {
  const { groupNotices, groups, accounts } = read.tables;
  const [row] = await read
    .select({ notice: groupNotices, group: groups, address: accounts.address })
    .from(groupNotices)
    .innerJoin(groups, eq(groups.id, groupNotices.groupId))
    .innerJoin(accounts, eq(accounts.id, groupNotices.accountId))
    .where(eq(groupNotices.id, id));
  if (!row) return undefined;
  const { accountId, kind, subjectId } = row.notice;
  if ((await findMemberRole(read, { kind: "group", id: row.group.id }, accountId)) === undefined)
    return undefined;
  const address = keyring.open({ table: "accounts", column: "address", rowId: accountId }, row.address);
  return { address, kind, subjectId, group: row.group };
}
