import { and, eq, lte } from "drizzle-orm";
import { KEEP_DONE } from "./schedule.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Forgets jobs that were done long ago. */
export async function forgetDoneJobs({ db, clock }: Pick<WorkerContext, "db" | "clock">): Promise<void> {
  await db.transaction("forget done jobs", async (tx) => {
    const { jobs } = tx.tables;
    await tx.delete(jobs).where(and(eq(jobs.state, "done"), lte(jobs.dueAt, clock.now() - KEEP_DONE)));
  });
}
