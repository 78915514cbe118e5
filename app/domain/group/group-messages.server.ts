import { and, eq, gt } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { GroupMessageState } from "#db/tables/group.ts";
import type { Keyring, Place } from "../privacy/keyring.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import { GroupMessageForm } from "./group-message.ts";
import type { GroupRow } from "./hold-group.server.ts";

/** Where a message is sealed: who writes, their address and what, as one. */
export function groupMessagePlace(messageId: string): Place {
  return { table: "group_messages", column: "content", rowId: messageId };
}

/** A message to a group, opened. */
export interface GroupMessage extends GroupMessageForm {
  id: string;
  state: GroupMessageState;
  createdAt: number;
  group: GroupRow;
}

/** The message of the link that its sender was mailed; undefined once it is deleted or over. */
export async function findMessageByLink(
  read: Reader,
  keyring: Keyring,
  token: string,
  now: number,
): Promise<GroupMessage | undefined> {
  const id = await findLinkedRow(read, token, ["group_message"]);
  return id === undefined ? undefined : findGroupMessage(read, keyring, id, now);
}

/** The same by its row, for its mails. */
export async function findGroupMessage(
  read: Reader,
  keyring: Keyring,
  id: string,
  now: number,
): Promise<GroupMessage | undefined> {
  const { groupMessages, groups } = read.tables;
  const [row] = await read
    .select({ message: groupMessages, group: groups })
    .from(groupMessages)
    .innerJoin(groups, eq(groups.id, groupMessages.groupId))
    .where(and(eq(groupMessages.id, id), gt(groupMessages.expiresAt, now)));
  if (!row) return undefined;
  const { state, content, createdAt } = row.message;
  return { id, state, createdAt, group: row.group, ...openMessage(keyring, id, content) };
}

/** What was sealed of a message, opened again. */
export function openMessage(keyring: Keyring, id: string, content: string): GroupMessageForm {
  return GroupMessageForm.parse(JSON.parse(keyring.open(groupMessagePlace(id), content)));
}

/** Whether everybody can write to a group: it is open and wants to be written to, and somebody reads it. */
export async function takesMessages(read: Reader, group: GroupRow): Promise<boolean> {
  if (group.state !== "open" || !group.takesMessages) return false;
  const { groupMembers } = read.tables;
  const [somebody] = await read
    .select({ accountId: groupMembers.accountId })
    .from(groupMembers)
    .where(eq(groupMembers.groupId, group.id))
    .limit(1);
  return somebody !== undefined;
}
