import { and, eq, inArray, lte, ne, notExists, or, sql } from "drizzle-orm";
import { ORGANISER_NOTICE_DAYS, UNUSED_PICTURE_HOURS } from "#app/policy.ts";
import { dropLinks } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { DAY, HOUR } from "../time/durations.ts";

/** Rows of one unit. */
const CHUNK = 200;
/** Pictures of one unit: some are 200 KB. */
const PICTURES = 50;

/**
 * Deletes messages to groups that were not confirmed in time or were passed on a while ago, with their links and what
 * waits of them in the outbox. Returns how many.
 */
export async function forgetGroupMessages(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("forget group messages", async (tx) => {
    const { groupMessages } = tx.tables;
    const over = tx
      .select({ id: groupMessages.id })
      .from(groupMessages)
      .where(lte(groupMessages.expiresAt, now))
      .limit(CHUNK);
    const gone = await tx
      .delete(groupMessages)
      .where(inArray(groupMessages.id, over))
      .returning({ id: groupMessages.id });
    await dropLinks(
      tx,
      gone.map(({ id }) => id),
    );
    return gone.length;
  });
}

/** Forgets that members of groups were told something, half a year after. Returns how many rows went. */
export async function forgetGroupNotices(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("forget group notices", async (tx) => {
    const { groupNotices } = tx.tables;
    const old = tx
      .select({ id: groupNotices.id })
      .from(groupNotices)
      .where(lte(groupNotices.createdAt, now - ORGANISER_NOTICE_DAYS * DAY))
      .limit(CHUNK);
    const gone = await tx
      .delete(groupNotices)
      .where(inArray(groupNotices.id, old))
      .returning({ id: groupNotices.id });
    return gone.length;
  });
}

/** Deletes pictures of groups that nothing shows or asks for. Returns how many. */
export async function purgeGroupPictures(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("purge group pictures", async (tx) => {
    const { groupPictures, groups, groupChanges } = tx.tables;
    const isOfGroup = eq(groups.id, groupPictures.groupId);
    const shown = tx
      .select({ id: groups.id })
      .from(groups)
      .where(and(isOfGroup, eq(groups.pictureId, groupPictures.id)));
    // What was declined before the group was let in is what its members go on from.
    const wanted = tx
      .select({ id: groupChanges.id })
      .from(groupChanges)
      .innerJoin(groups, eq(groups.id, groupChanges.groupId))
      .where(
        and(
          eq(groupChanges.groupId, groupPictures.groupId),
          or(
            eq(groupChanges.state, "waiting"),
            and(eq(groups.state, "rejected"), ne(groupChanges.state, "withdrawn")),
          ),
          sql`${groupChanges.content} like '%' || ${groupPictures.id} || '%'`,
        ),
      );
    const over = tx
      .select({ id: groupPictures.id })
      .from(groupPictures)
      .where(
        and(
          lte(groupPictures.createdAt, now - UNUSED_PICTURE_HOURS * HOUR),
          notExists(shown),
          notExists(wanted),
        ),
      )
      .limit(PICTURES);
    const gone = await tx
      .delete(groupPictures)
      .where(inArray(groupPictures.id, over))
      .returning({ id: groupPictures.id });
    return gone.length;
  });
}
