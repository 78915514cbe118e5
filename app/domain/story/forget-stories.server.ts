import { and, asc, eq, inArray, like, lte, ne } from "drizzle-orm";
import { STORY_UNPUBLISHED_DAYS, STORY_WITHDRAWN_DAYS } from "#app/policy-stories.ts";
import type { Tx } from "#db/database.ts";
import { dropLinks } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { BLANK_STORY } from "./blank-story.ts";
import { takeBackConsents } from "./consents.server.ts";
import { withdrawStatementsTo } from "./withdraw-statement.server.ts";

/** Stories that one unit takes. */
const CHUNK = 50;

/** Deletes drafts of stories that nobody has changed for a month, with all that was written. Returns how many went. */
export async function forgetStoryDrafts(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("forget story drafts", async (tx) => {
    const { stories } = tx.tables;
    const isDue = and(eq(stories.state, "draft"), lte(stories.expiresAt, now));
    const due = await tx
      .select({ id: stories.id })
      .from(stories)
      .where(isDue)
      .orderBy(asc(stories.expiresAt), asc(stories.id))
      .limit(CHUNK);
    if (due.length === 0) return 0;
    // Asked again, and held by it: it may have been written in, or sent, since it was picked.
    const ids = due.map(({ id }) => id);
    const held = await tx
      .update(stories)
      .set({ state: "draft" })
      .where(and(inArray(stories.id, ids), isDue))
      .returning({ id: stories.id });
    await deleteStories(
      tx,
      held.map(({ id }) => id),
    );
    return held.length;
  });
}

/** Deletes drafts, held by their caller, with their links, consents and mails to come. */
export async function deleteStories(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { stories, storyConsents, outbox } = tx.tables;
  await dropAllLinks(tx, ids);
  await tx.delete(outbox).where(and(inArray(outbox.rowId, [...ids]), eq(outbox.state, "queued")));
  await tx.delete(storyConsents).where(inArray(storyConsents.storyId, [...ids]));
  await tx.delete(stories).where(and(inArray(stories.id, [...ids]), eq(stories.state, "draft")));
}

/**
 * Blanks stories that were not published and whose author has done nothing since, three months after the decision.
 * Returns how many.
 */
export async function blankUnpublished(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("blank unpublished stories", async (tx) => {
    const { stories, storySuggestions, storyDecisions } = tx.tables;
    const isDue = and(
      inArray(stories.state, ["rejected", "changes_requested"]),
      ne(stories.content, ""),
      lte(stories.updatedAt, now - STORY_UNPUBLISHED_DAYS * DAY),
    );
    const ids = await pick(tx, isDue);
    if (ids.length === 0) return 0;
    const done = await tx
      .update(stories)
      .set({ ...BLANK_STORY })
      .where(and(inArray(stories.id, ids), isDue))
      .returning({ id: stories.id });
    const doneIds = done.map(({ id }) => id);
    if (doneIds.length === 0) return 0;
    await tx.update(storySuggestions).set({ content: "" }).where(inArray(storySuggestions.storyId, doneIds));
    await tx.update(storyDecisions).set({ note: "" }).where(inArray(storyDecisions.storyId, doneIds));
    await withdrawStatementsTo(tx, doneIds, now);
    await dropAllLinks(tx, doneIds);
    for (const storyId of doneIds) await takeBackConsents(tx, { storyId, kept: [] }, now);
    return doneIds.length;
  });
}

/** Ends the links of stories that were withdrawn three months ago. Returns how many links went. */
export async function forgetWithdrawn(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("forget withdrawn stories", async (tx) => {
    const { stories, links } = tx.tables;
    const isDue = and(
      eq(stories.state, "withdrawn"),
      lte(stories.withdrawnAt, now - STORY_WITHDRAWN_DAYS * DAY),
    );
    const linked = await tx
      .select({ id: stories.id })
      .from(stories)
      .innerJoin(links, eq(links.rowId, stories.id))
      .where(isDue)
      .orderBy(asc(stories.id))
      .limit(CHUNK);
    const ids = [...new Set(linked.map(({ id }) => id))];
    await dropAllLinks(tx, ids);
    return ids.length;
  });
}

async function pick(tx: Tx, isDue: ReturnType<typeof and>): Promise<string[]> {
  const { stories } = tx.tables;
  const due = await tx
    .select({ id: stories.id })
    .from(stories)
    .where(isDue)
    .orderBy(asc(stories.updatedAt), asc(stories.id))
    .limit(CHUNK);
  return due.map(({ id }) => id);
}

/** Those of the row, and those of each address that its author has typed, whose row begins with it. */
async function dropAllLinks(tx: Tx, ids: readonly string[]): Promise<void> {
  const { links } = tx.tables;
  await dropLinks(tx, ids);
  for (const id of ids)
    await tx.delete(links).where(and(eq(links.purpose, "story_mail"), like(links.rowId, `${id}.%`)));
}
