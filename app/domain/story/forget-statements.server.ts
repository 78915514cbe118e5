import { and, eq, inArray, isNotNull, lte } from "drizzle-orm";
import { STATEMENT_CONFIRM_DAYS, STATEMENT_KEPT_DAYS } from "#app/policy-stories.ts";
import { dropLinks } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { BLANK_STATEMENT } from "./statement-sealed.server.ts";

/** Rows of one unit. */
const CHUNK = 200;

/** Deletes replies to stories that were not confirmed in time, with their links. Returns how many. */
export async function forgetUnconfirmedStatements(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("forget statements", async (tx) => {
    const { storyStatements } = tx.tables;
    const isOver = and(
      eq(storyStatements.state, "unconfirmed"),
      lte(storyStatements.createdAt, now - STATEMENT_CONFIRM_DAYS * DAY),
    );
    const over = tx.select({ id: storyStatements.id }).from(storyStatements).where(isOver).limit(CHUNK);
    const gone = await tx
      .delete(storyStatements)
      .where(and(inArray(storyStatements.id, over), isOver))
      .returning({ id: storyStatements.id });
    await dropLinks(
      tx,
      gone.map(({ id }) => id),
    );
    return gone.length;
  });
}

/** Blanks replies that are not shown some time after they were settled, and ends their links. Returns how many. */
export async function blankSettledStatements(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("blank statements", async (tx) => {
    const { storyStatements, links } = tx.tables;
    const linked = tx
      .select({ rowId: links.rowId })
      .from(links)
      .where(and(eq(links.purpose, "story_statement"), eq(links.rowId, storyStatements.id)));
    const isOver = and(
      inArray(storyStatements.state, ["accepted", "declined", "withdrawn"]),
      isNotNull(storyStatements.settledAt),
      lte(storyStatements.settledAt, now - STATEMENT_KEPT_DAYS * DAY),
      // With its link all has gone; without this the same rows would come again and again.
      inArray(storyStatements.id, linked),
    );
    const over = await tx.select({ id: storyStatements.id }).from(storyStatements).where(isOver).limit(CHUNK);
    const ids = over.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await tx.update(storyStatements).set(BLANK_STATEMENT).where(inArray(storyStatements.id, ids));
    await dropLinks(tx, ids);
    return ids.length;
  });
}
