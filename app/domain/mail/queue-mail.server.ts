import { v7 } from "uuid";
import type { Tx } from "#db/database.ts";
import type { Site } from "../site.ts";
import type { MailTemplate } from "./mail-template.ts";

/** Queues one mail about one row, in the transaction of its cause; the worker is woken when that has committed. */
export async function queueMail(
  tx: Tx,
  site: Pick<Site, "wake">,
  mail: { template: MailTemplate; rowId: string },
  now: number,
): Promise<void> {
  const { outbox } = tx.tables;
  await tx.insert(outbox).values({
    id: v7({ msecs: now }),
    ...mail,
    state: "queued",
    attemptCount: 0,
    dueAt: now,
    leasedUntil: null,
    request: "",
    providerId: "",
    reason: "",
    createdAt: now,
    settledAt: null,
  });
  tx.afterCommit(site.wake);
}
