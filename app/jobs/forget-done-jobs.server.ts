import { and, eq, inArray, lte } from "drizzle-orm";
import { KEEP_DONE } from "./schedule.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Rows of one unit. */
const CHUNK = 500;

/** Forgets jobs that were done long ago. Returns how many. */
export async function forgetDoneJobs({ db }: Pick<WorkerContext, "db">, now: number): Promise<number> {
  return db.transaction("forget done jobs", async (tx) => {
    const { jobs } = tx.tables;
    const isOld = and(eq(jobs.state, "done"), lte(jobs.dueAt, now - KEEP_DONE));
    const old = tx.select({ id: jobs.id }).from(jobs).where(isOld).limit(CHUNK);
    const gone = await tx.delete(jobs).where(inArray(jobs.id, old)).returning({ id: jobs.id });
    return gone.length;
  });
}
