import type { Tx } from "#db/database.ts";

/** Queues work for the worker, in the transaction of its cause; an id that is there already is queued once. */
export async function queueJob(
  tx: Tx,
  job: {
    id: string;
    kind:
      | "publish-tallies"
      | "mail-links"
      | "work-batch"
      | "fetch-received"
      | "tell-of-version"
      | "compare-paper";
    rowId: string;
    dueAt: number;
  },
  now: number,
): Promise<void> {
  const { jobs } = tx.tables;
  await tx
    .insert(jobs)
    .values({ ...job, state: "queued", attemptCount: 0, reason: "", createdAt: now })
    .onConflictDoNothing();
}
