import { and, asc, eq, exists, inArray, notExists } from "drizzle-orm";
import type { Site } from "../site.ts";
import { OPEN_RECEIPTS } from "./update.ts";

/** Updates looked at in one part. */
const FEW = 20;
/** Receipts skipped in one part. */
const CHUNK = 200;

/**
 * Ends mailings of which nothing waits any more, and skips what had not left of those that were stopped, a part at a
 * time. Returns how many rows it changed; 0 where there is nothing to end.
 */
export async function endMailings(site: Pick<Site, "db">, now: number): Promise<number> {
  return (await skipStopped(site, now)) + (await finish(site, now));
}

async function finish({ db }: Pick<Site, "db">, now: number): Promise<number> {
  const { updates, updateReceipts } = db.tables;
  const open = db.read
    .select({ id: updateReceipts.id })
    .from(updateReceipts)
    .where(and(eq(updateReceipts.updateId, updates.id), inArray(updateReceipts.state, [...OPEN_RECEIPTS])));
  const over = await db.read
    .select({ id: updates.id })
    .from(updates)
    .where(and(eq(updates.mailing, "sending"), notExists(open)))
    .orderBy(asc(updates.mailAt), asc(updates.id))
    .limit(FEW);
  if (over.length === 0) return 0;
  await db.transaction("end mailing", (tx) =>
    tx
      .update(tx.tables.updates)
      .set({ mailing: "done", mailedAt: now })
      .where(
        and(
          inArray(
            updates.id,
            over.map(({ id }) => id),
          ),
          eq(updates.mailing, "sending"),
        ),
      ),
  );
  return over.length;
}

async function skipStopped({ db }: Pick<Site, "db">, now: number): Promise<number> {
  const { updates, updateReceipts } = db.tables;
  const isPlanned = eq(updateReceipts.state, "planned");
  const left = db.read
    .select({ id: updateReceipts.id })
    .from(updateReceipts)
    .where(and(eq(updateReceipts.updateId, updates.id), isPlanned));
  const [stopped] = await db.read
    .select({ id: updates.id })
    .from(updates)
    .where(and(eq(updates.mailing, "stopped"), exists(left)))
    .orderBy(asc(updates.mailAt), asc(updates.id))
    .limit(1);
  if (!stopped) return 0;
  const part = await db.read
    .select({ id: updateReceipts.id })
    .from(updateReceipts)
    .where(and(eq(updateReceipts.updateId, stopped.id), isPlanned))
    .orderBy(asc(updateReceipts.dueAt), asc(updateReceipts.id))
    .limit(CHUNK);
  const skipped = await db.transaction("skip what was stopped", (tx) =>
    tx
      .update(tx.tables.updateReceipts)
      .set({ state: "skipped", reason: "stopped", settledAt: now })
      .where(
        and(
          inArray(
            updateReceipts.id,
            part.map(({ id }) => id),
          ),
          isPlanned,
        ),
      )
      .returning({ id: updateReceipts.id }),
  );
  return skipped.length;
}
