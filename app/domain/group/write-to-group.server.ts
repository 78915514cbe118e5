import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { MAILS_PER_ADDRESS_PER_DAY } from "#app/policy.ts";
import {
  GROUP_MESSAGE_CONFIRM_DAYS,
  GROUP_MESSAGES_PER_CLIENT_PER_HOUR,
  GROUP_MESSAGES_PER_NETWORK_PER_HOUR,
  GROUP_MESSAGES_PER_SENDER_PER_DAY,
} from "#app/policy-groups.ts";
import type { Tx } from "#db/database.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { takeHourly } from "../moderation/report-limits.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { makeLinks } from "../privacy/links.server.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import { hashAddress } from "../signature/person.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import type { GroupMessageForm } from "./group-message.ts";
import { groupMessagePlace, openMessage, takesMessages } from "./group-messages.server.ts";
import { holdGroup } from "./hold-group.server.ts";

/** What somebody sent with the form on a group's page, and from where. */
export interface GroupWriting {
  groupId: string;
  form: GroupMessageForm;
  clientAddress: string;
}

/**
 * Takes a message down and mails its sender a link: nothing reaches the group before the address is theirs. The same
 * sent twice is one. Over what one address may send in a day it is `taken` and no mail goes, so that nobody learns
 * here what somebody else's address has had; `too_many` is about the client alone.
 */
export async function writeToGroup(
  site: Site,
  { groupId, form, clientAddress }: GroupWriting,
  now: number,
): Promise<"taken" | "too_many" | "not_now"> {
  return site.db.transaction("write to group", async (tx) => {
    const group = await holdGroup(tx, groupId);
    if (!group || !(await takesMessages(tx, group))) return "not_now";
    const limit = {
      perClient: GROUP_MESSAGES_PER_CLIENT_PER_HOUR,
      perNetwork: GROUP_MESSAGES_PER_NETWORK_PER_HOUR,
    };
    if (!(await takeHourly(tx, site.keyring, { kind: "group_message", clientAddress, ...limit }, now)))
      return "too_many";
    const addressHash = hashAddress(site.keyring, form.email);
    if (await isWaiting(tx, site.keyring, { groupId, addressHash, form })) return "taken";
    if (!(await mayWrite(tx, groupId, addressHash, now))) return "taken";
    const id = v7({ msecs: now });
    await tx.insert(tx.tables.groupMessages).values({
      ...{ id, groupId, state: "unconfirmed", addressHash, createdAt: now },
      content: site.keyring.seal(groupMessagePlace(id), JSON.stringify(form)),
      expiresAt: now + GROUP_MESSAGE_CONFIRM_DAYS * DAY,
    });
    await makeLinks(tx, site.keyring, id, ["group_message"]);
    await queueMail(tx, site, { template: "confirm-group-message", rowId: id }, now);
    return "taken";
  });
}

async function mayWrite(tx: Tx, groupId: string, addressHash: string, now: number): Promise<boolean> {
  const toGroup = {
    key: `to group ${groupId} ${addressHash}`,
    windowMs: DAY,
    limit: GROUP_MESSAGES_PER_SENDER_PER_DAY,
  };
  const ofAddress = { key: `mail day ${addressHash}`, windowMs: DAY, limit: MAILS_PER_ADDRESS_PER_DAY };
  return (await takeAllowance(tx, toGroup, now)) && (await takeAllowance(tx, ofAddress, now));
}

/** Whether exactly this waits for its sender: somebody pressed twice. */
async function isWaiting(
  tx: Tx,
  keyring: Keyring,
  { groupId, addressHash, form }: { groupId: string; addressHash: string; form: GroupMessageForm },
): Promise<boolean> {
  const { groupMessages } = tx.tables;
  const rows = await tx
    .select()
    .from(groupMessages)
    .where(
      and(
        eq(groupMessages.groupId, groupId),
        eq(groupMessages.addressHash, addressHash),
        eq(groupMessages.state, "unconfirmed"),
      ),
    )
    .limit(GROUP_MESSAGE_CONFIRM_DAYS * GROUP_MESSAGES_PER_SENDER_PER_DAY);
  return rows.some(({ id, content }) => {
    const { name, email, message } = openMessage(keyring, id, content);
    return name === form.name && email === form.email && message === form.message;
  });
}
