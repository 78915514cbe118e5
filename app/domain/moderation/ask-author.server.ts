import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import type { Site } from "../site.ts";
import { authorDeadline, type ComplaintMover, operatorDeadline } from "./complaint.ts";
import { findAuthor } from "./complaint-author.server.ts";
import { moveComplaint } from "./move-complaint.server.ts";

/**
 * Writes to the author of the words that a waiting complaint is about, in the transaction of its cause, and starts
 * their five days; where nobody can be reached, the words are due to be removed within the time that runs since the
 * complaint came. Returns false where it does not wait any more.
 */
export async function askAuthor(
  tx: Tx,
  site: Pick<Site, "keyring" | "wake">,
  complaint: Pick<Tables["complaints"]["$inferSelect"], "id" | "campaignId" | "receivedAt">,
  { mover, accountId }: { mover: ComplaintMover; accountId?: string },
  now: number,
): Promise<boolean> {
  const { id, campaignId, receivedAt } = complaint;
  const step = { complaintId: id, from: "waiting", mover, accountId } as const;
  const author = await findAuthor(tx, site.keyring, campaignId);
  if (!author) {
    const set = { dueAt: operatorDeadline(receivedAt) };
    return moveComplaint(tx, { ...step, to: "author_silent", detail: "no_author", set }, now);
  }
  const set = { authorAskedAt: now, dueAt: authorDeadline(now) };
  if (!(await moveComplaint(tx, { ...step, to: "author_asked", set }, now))) return false;
  await queueMail(tx, site, { template: "complaint-to-author", rowId: id }, now);
  return true;
}
