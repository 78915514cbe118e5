import { v7 } from "uuid";
import type { Tx, WriteBuilders } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { everyColumn, type Given, statement } from "#db/statement.ts";
import type { Site } from "../site.ts";
import type { MailTemplate } from "./mail-template.ts";

/** Queues one mail about one row, in the transaction of its cause; the worker is woken when that has committed. */
export async function queueMail(
  tx: Tx,
  site: Pick<Site, "wake">,
  mail: { template: MailTemplate; rowId: string },
  now: number,
): Promise<void> {
  await tx.run(insertMail, {
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

type MailRow = Tables["outbox"]["$inferSelect"];
const insertMail = statement("insert_mail", (db: WriteBuilders, _given: Given<MailRow>) =>
  db.insert(db.tables.outbox).values(everyColumn(db.tables.outbox)),
);
