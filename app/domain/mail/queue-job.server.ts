import type { Tx, WriteBuilders } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { everyColumn, type Given, statement } from "#db/statement.ts";

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
  const fresh = { state: "queued", leasedUntil: null, attemptCount: 0, reason: "", createdAt: now } as const;
  await tx.run(insertJob, { ...job, ...fresh });
}

type JobRow = Tables["jobs"]["$inferSelect"];
const insertJob = statement("insert_job", (db: WriteBuilders, _given: Given<JobRow>) =>
  db.insert(db.tables.jobs).values(everyColumn(db.tables.jobs)).onConflictDoNothing(),
);
