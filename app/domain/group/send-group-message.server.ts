import { and, eq, gt } from "drizzle-orm";
import { GROUP_MESSAGE_DAYS, GROUP_MESSAGES_PER_DAY } from "#app/policy-groups.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { takesMessages } from "./group-messages.server.ts";
import { holdGroup } from "./hold-group.server.ts";
import { noticeMembers } from "./notice-members.server.ts";

/** What became of pressing the button. A link pressed again says `sent_already`, and nothing goes twice. */
export type SendMessageOutcome = "sent" | "sent_already" | "too_many" | "not_now" | "over" | "unknown";

/**
 * Sends a message to those who run the group, by the link that its sender's address was mailed. Its row is kept for a
 * while, for mail that fails. `not_now` where the group wants none any more, `too_many` where it has had its messages
 * of the day: the link works again tomorrow.
 */
export async function sendGroupMessage(site: Site, token: string, now: number): Promise<SendMessageOutcome> {
  return site.db.transaction("send group message", async (tx) => {
    const { groupMessages } = tx.tables;
    const id = await findLinkedRow(tx, token, ["group_message"]);
    if (id === undefined) return "unknown";
    const isIt = eq(groupMessages.id, id);
    const [found] = await tx.select().from(groupMessages).where(isIt);
    const group = found && (await holdGroup(tx, found.groupId));
    if (!group) return "unknown";
    const [message] = await tx.select({ state: groupMessages.state }).from(groupMessages).where(isIt);
    if (message?.state === "sent") return "sent_already";
    if (found.expiresAt <= now) return "over";
    if (!(await takesMessages(tx, group))) return "not_now";
    const ofGroup = { key: `messages ${group.id}`, windowMs: DAY, limit: GROUP_MESSAGES_PER_DAY };
    if (!(await takeAllowance(tx, ofGroup, now))) return "too_many";
    const sent = await tx
      .update(groupMessages)
      .set({ state: "sent", expiresAt: now + GROUP_MESSAGE_DAYS * DAY })
      .where(and(isIt, eq(groupMessages.state, "unconfirmed"), gt(groupMessages.expiresAt, now)))
      .returning({ id: groupMessages.id });
    if (sent.length === 0) return "over";
    await noticeMembers(tx, site, { groupId: group.id, kind: "message", subjectId: id }, now);
    return "sent";
  });
}
