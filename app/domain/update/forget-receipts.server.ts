import { and, asc, eq, exists, inArray, isNull, lte, sql } from "drizzle-orm";
import { DRAFT_DAYS } from "#app/policy.ts";
import { UPDATE_RECEIPT_DAYS } from "#app/policy-news.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { countReceipts } from "./organised-updates.server.ts";
import { mailingCounts } from "./update.ts";

/** Rows of one unit. */
const CHUNK = 500;

/**
 * Forgets what became of each mail of updates whose mailing was over long ago; how many it reached stays with the
 * update. Returns how many receipts went.
 */
export async function forgetReceipts({ db }: Pick<Site, "db">, now: number): Promise<number> {
  const { updates, updateReceipts } = db.tables;
  const kept = db.read
    .select({ id: updateReceipts.id })
    .from(updateReceipts)
    .where(eq(updateReceipts.updateId, updates.id));
  const [over] = await db.read
    .select({ id: updates.id })
    .from(updates)
    .where(
      and(
        inArray(updates.mailing, ["done", "stopped"]),
        lte(sql`coalesce(${updates.mailedAt}, ${updates.mailAt})`, now - UPDATE_RECEIPT_DAYS * DAY),
        exists(kept),
      ),
    )
    .orderBy(asc(updates.mailAt), asc(updates.id))
    .limit(1);
  if (!over) return 0;
  return db.transaction("forget receipts", async (tx) => {
    const isThis = eq(updates.id, over.id);
    const counts = (await countReceipts(tx, [over.id])).get(over.id);
    await tx
      .update(tx.tables.updates)
      .set({ reachedCount: mailingCounts(counts ?? {}).reached })
      .where(and(isThis, isNull(updates.reachedCount)));
    const some = tx
      .select({ id: updateReceipts.id })
      .from(updateReceipts)
      .where(eq(updateReceipts.updateId, over.id))
      .orderBy(asc(updateReceipts.id))
      .limit(CHUNK);
    const gone = await tx
      .delete(tx.tables.updateReceipts)
      .where(inArray(updateReceipts.id, some))
      .returning({ id: updateReceipts.id });
    return gone.length;
  });
}

/** Forgets drafts of updates that nobody has touched for a month. Returns how many went. */
export async function forgetDraftUpdates({ db }: Pick<Site, "db">, now: number): Promise<number> {
  return db.transaction("forget drafts of updates", async (tx) => {
    const { updates } = tx.tables;
    const isOld = and(eq(updates.state, "draft"), lte(updates.createdAt, now - DRAFT_DAYS * DAY));
    const old = tx.select({ id: updates.id }).from(updates).where(isOld).limit(CHUNK);
    const gone = await tx
      .delete(updates)
      .where(and(inArray(updates.id, old), isOld))
      .returning({ id: updates.id });
    return gone.length;
  });
}
