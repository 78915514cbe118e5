import { and, asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/** When a campaign's area numbers will next be rewritten; undefined while nothing has changed. */
export async function findPublicationDue(read: Reader, campaignId: string): Promise<number | undefined> {
  const { jobs } = read.tables;
  const [job] = await read
    .select({ dueAt: jobs.dueAt })
    .from(jobs)
    .where(
      and(
        inArray(jobs.state, ["queued", "running"]),
        eq(jobs.kind, "publish-tallies"),
        eq(jobs.rowId, campaignId),
      ),
    )
    .orderBy(asc(jobs.dueAt), asc(jobs.id))
    .limit(1);
  return job?.dueAt;
}
