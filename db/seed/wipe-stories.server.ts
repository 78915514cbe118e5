import { and, eq, inArray, like, or } from "drizzle-orm";
import type { Database, Tx } from "../database.ts";

/** Stories deleted in one unit. */
const STORIES_PER_UNIT = 20;

/**
 * Deletes every invented story with all that hangs on it, in steps; may be stopped and run again. What the stories of
 * such a council add up to goes first, and what was written of the whole of it: both speak of invented families.
 */
export async function wipeStories(db: Database): Promise<void> {
  const { stories } = db.tables;
  const councils = await db.read
    .selectDistinct({ gssCode: stories.councilGss })
    .from(stories)
    .where(eq(stories.isDemonstration, true));
  for (const { gssCode } of councils)
    await db.transaction("wipe a demonstration's sums", (tx) => wipeSums(tx, gssCode));
  while (await db.transaction("wipe stories of a demonstration", wipeSome));
}

async function wipeSums(tx: Tx, gssCode: string): Promise<void> {
  const { storySums, storySumMembers, storyStatements } = tx.tables;
  await tx.delete(storySumMembers).where(eq(storySumMembers.gssCode, gssCode));
  await tx.delete(storySums).where(eq(storySums.gssCode, gssCode));
  const isOfAll = and(eq(storyStatements.storyId, ""), eq(storyStatements.councilGss, gssCode));
  await wipeStatements(tx, await tx.select({ id: storyStatements.id }).from(storyStatements).where(isOfAll));
}

/** False once there are none. */
async function wipeSome(tx: Tx): Promise<boolean> {
  const { stories, storyStatements, storySumMembers } = tx.tables;
  const rows = await tx
    .select({ id: stories.id })
    .from(stories)
    .where(eq(stories.isDemonstration, true))
    .limit(STORIES_PER_UNIT);
  if (rows.length === 0) return false;
  const ids = rows.map(({ id }) => id);
  const isBeside = inArray(storyStatements.storyId, ids);
  await wipeStatements(tx, await tx.select({ id: storyStatements.id }).from(storyStatements).where(isBeside));
  const { storyConsents, storySharings, storyDecisions, storySuggestions, storyFacts } = tx.tables;
  for (const table of [
    ...[storyConsents, storySharings, storyDecisions, storySuggestions],
    ...[storyFacts, storySumMembers],
  ])
    await tx.delete(table).where(inArray(table.storyId, ids));
  const { links, outbox } = tx.tables;
  // The links of an author's addresses hang on rows whose names begin with the story's.
  await tx
    .delete(links)
    .where(or(inArray(links.rowId, ids), ...ids.map((id) => like(links.rowId, `${id}.%`))));
  await tx.delete(outbox).where(inArray(outbox.rowId, ids));
  await tx.delete(stories).where(inArray(stories.id, ids));
  return true;
}

async function wipeStatements(tx: Tx, rows: readonly { id: string }[]): Promise<void> {
  if (rows.length === 0) return;
  const { storyStatements, links, outbox } = tx.tables;
  const ids = rows.map(({ id }) => id);
  await tx.delete(links).where(inArray(links.rowId, ids));
  await tx.delete(outbox).where(inArray(outbox.rowId, ids));
  await tx.delete(storyStatements).where(inArray(storyStatements.id, ids));
}
