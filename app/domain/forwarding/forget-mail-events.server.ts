import { and, asc, inArray, lte } from "drizzle-orm";
import { MAIL_EVENT_DAYS } from "#app/policy.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";

/** Rows of one unit. */
const CHUNK = 500;

/** Forgets reports on messages that are too old to come again. Returns how many went. */
export async function forgetMailEvents(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("forget mail events", async (tx) => {
    const { mailEvents } = tx.tables;
    const isOld = lte(mailEvents.receivedAt, now - MAIL_EVENT_DAYS * DAY);
    const old = tx
      .select({ id: mailEvents.id })
      .from(mailEvents)
      .where(isOld)
      .orderBy(asc(mailEvents.receivedAt), asc(mailEvents.id))
      .limit(CHUNK);
    const gone = await tx
      .delete(mailEvents)
      .where(and(inArray(mailEvents.id, old), isOld))
      .returning({ id: mailEvents.id });
    return gone.length;
  });
}
