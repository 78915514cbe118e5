import { and, desc, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Reader, Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { Keyring, Place } from "../privacy/keyring.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import { GroupContent } from "./group.ts";
import type { GroupRow } from "./hold-group.server.ts";

/** A change of a group, its first one its application, as those who run it see it. */
export interface GroupChange {
  id: string;
  publicId: string;
  state: Tables["groupChanges"]["$inferSelect"]["state"];
  content: GroupContent;
  /** What a moderator wrote about it; blank where they wrote nothing. */
  note: string;
  createdAt: number;
}

/** Where the note about a change of a group is sealed. */
export function groupChangeNote(changeId: string): Place {
  return { table: "group_changes", column: "note", rowId: changeId };
}

/** Takes a change down; it waits for a moderator. Whatever waited of the group before is the caller's to end. */
export async function insertGroupChange(
  tx: Tx,
  { groupId, accountId, content }: { groupId: string; accountId: string; content: GroupContent },
  now: number,
): Promise<void> {
  await tx.insert(tx.tables.groupChanges).values({
    ...{ id: v7({ msecs: now }), publicId: newPublicId(), groupId, accountId },
    content: JSON.stringify(content),
    state: "waiting",
    note: "",
    createdAt: now,
    settledAt: null,
    settledBy: "",
  });
}

/** Ends what waits of a group, because its members want something else. Returns whether anything did. */
export async function withdrawWaiting(tx: Tx, groupId: string, now: number): Promise<boolean> {
  const { groupChanges } = tx.tables;
  const gone = await tx
    .update(groupChanges)
    .set({ state: "withdrawn", settledAt: now })
    .where(and(eq(groupChanges.groupId, groupId), eq(groupChanges.state, "waiting")))
    .returning({ id: groupChanges.id });
  return gone.length > 0;
}

/** The change of a group that waits; where none does the newest, whatever became of it. */
export async function findNewestChange(
  read: Reader,
  keyring: Keyring,
  groupId: string,
): Promise<GroupChange | undefined> {
  const { groupChanges } = read.tables;
  const [row] = await read
    .select()
    .from(groupChanges)
    .where(eq(groupChanges.groupId, groupId))
    .orderBy(
      sql`case when ${groupChanges.state} = 'waiting' then 0 else 1 end`,
      desc(groupChanges.createdAt),
      desc(groupChanges.id),
    )
    .limit(1);
  return row && openChange(keyring, row);
}

/** A change's row, opened. */
export function openChange(keyring: Keyring, row: Tables["groupChanges"]["$inferSelect"]): GroupChange {
  const { id, publicId, state, content, note, createdAt } = row;
  return {
    ...{ id, publicId, state, createdAt },
    content: GroupContent.parse(JSON.parse(content)),
    note: note === "" ? "" : keyring.open(groupChangeNote(id), note),
  };
}

/** What a group says now, before a change. */
export function presentContent(group: GroupRow): GroupContent {
  return GroupContent.parse(group);
}

/** What its members have written last: what waits, or was declined before it ever opened; else what is public. */
export function writtenContent(group: GroupRow, newest: GroupChange | undefined): GroupContent {
  const isWritten = newest?.state === "waiting" || (newest !== undefined && group.state === "rejected");
  return isWritten ? newest.content : presentContent(group);
}
