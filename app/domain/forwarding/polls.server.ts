import { and, asc, desc, eq, gte, lte } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { findAreas } from "../area/queries.server.ts";
import { NATIONS, type Poll, type QuietAreas, quietIn } from "./polls.ts";

/** More polls than fall into one year. */
const LISTED = 500;

/** Where nobody is written to on a London day because of a poll, and answers are not shown. */
export async function quietAreas(read: Reader, day: string): Promise<QuietAreas> {
  const { polls } = read.tables;
  const rows = await read
    .select()
    .from(polls)
    .where(and(eq(polls.isCancelled, false), lte(polls.quietFrom, day), gte(polls.pollOn, day)))
    .orderBy(asc(polls.pollOn), asc(polls.id))
    .limit(LISTED);
  return quietIn(rows);
}

/** A poll as admins see it. */
export interface ListedPoll extends Poll {
  isCancelled: boolean;
  /** What its area is called; blank for everywhere. */
  areaName: string;
}

/** All polls, the latest first. */
export async function listPolls(read: Reader): Promise<ListedPoll[]> {
  const { polls } = read.tables;
  const rows = await read.select().from(polls).orderBy(desc(polls.pollOn), desc(polls.id)).limit(LISTED);
  const areas = await findAreas(
    read,
    rows.map(({ area }) => area),
  );
  const nations = new Map<string, string>(Object.entries(NATIONS));
  return rows.map(({ id: _, ...poll }) => ({
    ...poll,
    areaName: nations.get(poll.area) ?? areas.get(poll.area)?.name ?? poll.area,
  }));
}
