import { inArray, or } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { queueJob } from "../mail/queue-job.server.ts";
import { settleServiceMail } from "../signature/settle-service-mail.server.ts";
import type { Site } from "../site.ts";
import { settleReceipt } from "../update/settle-receipt.server.ts";
import { type Fate, settleFate } from "./settle-fate.server.ts";

/** An event of the provider, whose signature has been checked. */
export interface MailEvent {
  /** Its own id: each is taken in once. */
  id: string;
  /** The provider's word, such as `email.bounced`. */
  kind: string;
  happenedAt: number;
  /** The rows that the message was tagged with, and the provider's name of it; blank where missing. */
  deliveryId: string;
  mailId: string;
  receiptId: string;
  providerId: string;
  /** Missing where it settles nothing. */
  fate?: Pick<Fate, "kind" | "isPermanent" | "reason">;
  /** A message has come in for us, and can be fetched. */
  isIncoming: boolean;
}

/**
 * Takes in one event, once however often it comes: settles a message to a representative, news or another mail to
 * somebody who signed, or books that what came in is fetched. All of it in one transaction with the memory of the event.
 */
export async function takeInEvent(
  site: Pick<Site, "db" | "wake">,
  event: MailEvent,
  now: number,
): Promise<"taken" | "repeated" | "unknown"> {
  return site.db.transaction("take in mail event", async (tx) => {
    const { mailEvents } = tx.tables;
    const row = await findRow(tx, event);
    const { id, kind, happenedAt } = event;
    const rowId = row?.id ?? "";
    const taken = await tx
      .insert(mailEvents)
      .values({ id, rowId, kind, happenedAt, receivedAt: now })
      .onConflictDoNothing()
      .returning({ id: mailEvents.id });
    if (taken.length === 0) return "repeated";
    if (event.isIncoming) {
      const job = { id: `fetch-received:${event.providerId}`, kind: "fetch-received" } as const;
      await queueJob(tx, { ...job, rowId: event.providerId, dueAt: now }, now);
      tx.afterCommit(site.wake);
      return "taken";
    }
    if (!row) return "unknown";
    if (event.fate) await settle(tx, row, { ...event, fate: event.fate }, now);
    return "taken";
  });
}

type Row = { id: string; kind: "delivery" | "update" | "mail" };

async function settle(
  tx: Tx,
  row: Row,
  { fate, happenedAt, providerId }: MailEvent & { fate: NonNullable<MailEvent["fate"]> },
  now: number,
): Promise<void> {
  switch (row.kind) {
    case "delivery":
      await settleFate(tx, { ...fate, deliveryId: row.id, at: happenedAt, providerId }, now);
      return;
    case "update":
      await settleReceipt(tx, row.id, fate, now);
      return;
    case "mail":
      await settleServiceMail(tx, row.id, fate, now);
  }
}

/** By its tag, which only our messages have; else by the name that the provider gave it when it took it. */
async function findRow(tx: Tx, event: MailEvent): Promise<Row | undefined> {
  const { deliveries, updateReceipts, outbox } = tx.tables;
  const { deliveryId, receiptId, mailId, providerId } = event;
  const [delivery] = await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(or(inArray(deliveries.id, given(deliveryId)), inArray(deliveries.providerId, given(providerId))))
    .limit(1);
  if (delivery) return { id: delivery.id, kind: "delivery" };
  const [receipt] = await tx
    .select({ id: updateReceipts.id })
    .from(updateReceipts)
    .where(
      or(inArray(updateReceipts.id, given(receiptId)), inArray(updateReceipts.providerId, given(providerId))),
    )
    .limit(1);
  if (receipt) return { id: receipt.id, kind: "update" };
  const [mail] = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(or(inArray(outbox.id, given(mailId)), inArray(outbox.providerId, given(providerId))))
    .limit(1);
  return mail && { id: mail.id, kind: "mail" };
}

function given(id: string): string[] {
  return id === "" ? [] : [id];
}
