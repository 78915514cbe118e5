import { and, inArray, lte, ne, type SQL } from "drizzle-orm";
import { ORGANISER_NOTICE_DAYS, OUTBOX_DAYS } from "#app/policy.ts";
import { BATCH_DAYS } from "#app/policy-forwarding.ts";
import type { Tables } from "#db/schema.ts";
import { DAY } from "../domain/time/durations.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Rows of one unit. */
const CHUNK = 500;

/** Forgets that mails went out, or why they did not, a month after; what is still on its way or unsure stays. Returns how many. */
export async function forgetSettledMail({ db }: Pick<WorkerContext, "db">, now: number): Promise<number> {
  return db.transaction("forget settled mail", async (tx) => {
    const { outbox } = tx.tables;
    const old = tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(isSettledLongAgo(tx.tables, now))
      .limit(CHUNK);
    const gone = await tx.delete(outbox).where(inArray(outbox.id, old)).returning({ id: outbox.id });
    return gone.length;
  });
}

/** Forgets which messages travelled in one request a month after its answer, or after it was given up. Returns how many. */
export async function forgetOldBatches({ db }: Pick<WorkerContext, "db">, now: number): Promise<number> {
  return db.transaction("forget old batches", async (tx) => {
    const { deliveryBatches } = tx.tables;
    const old = tx
      .select({ id: deliveryBatches.id })
      .from(deliveryBatches)
      .where(
        and(
          inArray(deliveryBatches.state, ["settled", "uncertain"]),
          lte(deliveryBatches.settledAt, now - BATCH_DAYS * DAY),
        ),
      )
      .limit(CHUNK);
    const gone = await tx
      .delete(deliveryBatches)
      .where(inArray(deliveryBatches.id, old))
      .returning({ id: deliveryBatches.id });
    return gone.length;
  });
}

/** Forgets captured mails a month after. Returns how many. */
export async function forgetCaptured({ db }: Pick<WorkerContext, "db">, now: number): Promise<number> {
  return db.transaction("forget captured mail", async (tx) => {
    const { mailbox } = tx.tables;
    const old = tx
      .select({ id: mailbox.id })
      .from(mailbox)
      .where(lte(mailbox.createdAt, now - OUTBOX_DAYS * DAY))
      .limit(CHUNK);
    const gone = await tx.delete(mailbox).where(inArray(mailbox.id, old)).returning({ id: mailbox.id });
    return gone.length;
  });
}

/** Forgets notices to organisers half a year after, but the one that must not be given twice. Returns how many. */
export async function forgetOldNotices({ db }: Pick<WorkerContext, "db">, now: number): Promise<number> {
  return db.transaction("forget old notices", async (tx) => {
    const { organiserNotices } = tx.tables;
    const old = tx
      .select({ id: organiserNotices.id })
      .from(organiserNotices)
      .where(isOldNotice(tx.tables, now))
      .limit(CHUNK);
    const gone = await tx
      .delete(organiserNotices)
      .where(inArray(organiserNotices.id, old))
      .returning({ id: organiserNotices.id });
    return gone.length;
  });
}

/** Whether the fate of a mail has been known for a month. A mail is due once more when it is tried again, so its row is never older than that. */
export function isSettledLongAgo({ outbox }: Tables, now: number): SQL | undefined {
  return and(
    inArray(outbox.state, ["sent", "failed", "skipped"]),
    lte(outbox.dueAt, now - OUTBOX_DAYS * DAY),
  );
}

/** Whether a notice is older than they are kept. */
export function isOldNotice({ organiserNotices }: Tables, now: number): SQL | undefined {
  return and(
    ne(organiserNotices.kind, "supported"),
    lte(organiserNotices.createdAt, now - ORGANISER_NOTICE_DAYS * DAY),
  );
}
