import { setImmediate } from "node:timers/promises";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { insertRows } from "#db/insert-rows.ts";
import type { Tables } from "#db/schema.ts";
import type { Site } from "../site.ts";

/** Names between one mark and the next: as many as a page may have to pass over. */
export const NAMES_BETWEEN_MARKS = 2_000;

type Mark = Tables["nameMarks"]["$inferSelect"];

/**
 * Counts a campaign's published names and marks each two-thousandth of them, so that a list of any length opens at any
 * page as quickly as at its first. Walks along the index that has them in order, in parts. Returns how many there are,
 * those that wait for a moderator among them.
 */
export async function markNames({ db }: Pick<Site, "db">, campaignId: string): Promise<number> {
  const { total, marks } = await walk(db.read, campaignId);
  const { nameMarks } = db.tables;
  const isIts = eq(nameMarks.campaignId, campaignId);
  const before = await db.read.select().from(nameMarks).where(isIts).orderBy(asc(nameMarks.passed)).limit(1);
  if (marks.length > 0 || before.length > 0)
    await db.transaction("mark names", async (tx) => {
      await tx.delete(nameMarks).where(isIts);
      if (marks.length > 0) await insertRows(tx, nameMarks, marks).onConflictDoNothing();
    });
  return total;
}

async function walk(read: Reader, campaignId: string): Promise<{ total: number; marks: Mark[] }> {
  const { publicNames } = read.tables;
  const { position, sortKey, signatureId } = publicNames;
  const isListed = and(eq(publicNames.campaignId, campaignId), eq(publicNames.isPublished, true));
  const marks: Mark[] = [];
  for (let after: SQL | undefined; ; await setImmediate()) {
    const ahead = read
      .select({ position, sortKey, signatureId })
      .from(publicNames)
      .where(and(isListed, after))
      .orderBy(asc(position), asc(sortKey), asc(signatureId));
    const [mark] = await ahead.limit(1).offset(NAMES_BETWEEN_MARKS - 1);
    const passed = marks.length * NAMES_BETWEEN_MARKS;
    if (!mark) {
      const rest = read
        .select({ signatureId })
        .from(publicNames)
        .where(and(isListed, after))
        .limit(NAMES_BETWEEN_MARKS)
        .as("rest");
      const [row] = await read.select({ count: sql`count(*)`.mapWith(Number) }).from(rest);
      return { total: passed + (row?.count ?? 0), marks };
    }
    marks.push({ campaignId, passed: passed + NAMES_BETWEEN_MARKS, ...mark });
    after = behind(publicNames, mark);
  }
}

/** Whether a name stands behind another in the order of the list. */
export function behind(
  { position, sortKey, signatureId }: Tables["publicNames"],
  mark: Pick<Mark, "position" | "sortKey" | "signatureId">,
): SQL {
  return sql`(${position}, ${sortKey}, ${signatureId}) > (${mark.position}, ${mark.sortKey}, ${mark.signatureId})`;
}
