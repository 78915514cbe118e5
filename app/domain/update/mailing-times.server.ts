import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { DAYS_BETWEEN_MAILINGS } from "#app/policy-news.ts";
import type { Reader } from "#db/database.ts";
import type { UpdateMailing } from "#db/tables/news.ts";
import { DAY } from "../time/durations.ts";
import { BEGUN_MAILINGS } from "./update.ts";

/**
 * When the next mailing of a campaign's news may have its time: three days after the newest that has begun or has its
 * time already; `now` where nothing stands in the way. `except` leaves one update out of the count.
 */
export async function nextMailingAt(
  read: Reader,
  about: { campaignId: string; except?: string },
  now: number,
): Promise<number> {
  return afterNewest(read, { ...about, mailings: ["due", ...BEGUN_MAILINGS] }, now);
}

/** When a mailing may begin whose time has come: as above, but what only has its time yet comes after it. */
export async function mayBeginAt(
  read: Reader,
  about: { campaignId: string; except: string },
  now: number,
): Promise<number> {
  return afterNewest(read, { ...about, mailings: [...BEGUN_MAILINGS] }, now);
}

async function afterNewest(
  read: Reader,
  { campaignId, except = "", mailings }: { campaignId: string; except?: string; mailings: UpdateMailing[] },
  now: number,
): Promise<number> {
  const { updates } = read.tables;
  const [newest] = await read
    .select({ mailAt: updates.mailAt })
    .from(updates)
    .where(
      and(eq(updates.campaignId, campaignId), ne(updates.id, except), inArray(updates.mailing, mailings)),
    )
    .orderBy(desc(updates.mailAt), desc(updates.id))
    .limit(1);
  return Math.max(now, (newest?.mailAt ?? Number.NEGATIVE_INFINITY) + DAYS_BETWEEN_MAILINGS * DAY);
}
