import { and, asc, eq, inArray, lte, or } from "drizzle-orm";
import { MINUTE } from "../domain/time/durations.ts";
import { pauseBefore } from "./back-off.ts";
import { runJob } from "./registry.server.ts";
import { currentSlots, jobKind } from "./schedule.ts";
import type { WorkerContext } from "./worker-context.ts";

const CLAIMED = 20;
/** What a process that died had in hand is taken over after this. */
const LEASE = 2 * MINUTE;
/** A living one renews its lease so often: nobody takes its work away, however long it lasts. */
const RENEWED_EVERY_MS = 20_000;
/** A job that failed this often waits for a person. */
const ATTEMPTS = 10;

/** Puts the slots that have begun into the queue, each once however many workers do so. */
export async function bookSlots({ db, clock }: Pick<WorkerContext, "db" | "clock">): Promise<void> {
  const now = clock.now();
  const { jobs } = db.tables;
  const slots = currentSlots(now);
  const known = await db.read
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      inArray(
        jobs.id,
        slots.map((slot) => slot.id),
      ),
    );
  const missing = slots.filter((slot) => !known.some((job) => job.id === slot.id));
  if (missing.length === 0) return;
  await db.transaction("book slots", async (tx) => {
    await tx
      .insert(jobs)
      .values(
        missing.map((slot) => ({
          ...slot,
          state: "queued" as const,
          attemptCount: 0,
          reason: "",
          createdAt: now,
        })),
      )
      .onConflictDoNothing();
  });
}

/** Runs the jobs that are due, one after another; at least once each. Returns how many; 0 means none is due. */
export async function runDueJobs(context: WorkerContext): Promise<number> {
  const { db, clock } = context;
  const { jobs } = db.tables;
  const now = clock.now();
  const isDue = or(
    and(eq(jobs.state, "queued"), lte(jobs.dueAt, now)),
    and(eq(jobs.state, "running"), lte(jobs.leasedUntil, now)),
  );
  const due = await db.read
    .select({ id: jobs.id })
    .from(jobs)
    .where(isDue)
    .orderBy(asc(jobs.dueAt), asc(jobs.id))
    .limit(CLAIMED);
  for (const { id } of due) {
    const [claimed] = await db.transaction("claim job", async (tx) =>
      tx
        .update(jobs)
        .set({ state: "running", leasedUntil: clock.now() + LEASE })
        .where(and(eq(jobs.id, id), isDue))
        .returning(),
    );
    if (claimed) await runClaimed(context, claimed);
  }
  return due.length;
}

/** Jobs that a dead process was running are queued again at once: on SQLite there is no other process. */
export async function requeueAbandonedJobs({ db }: WorkerContext): Promise<void> {
  if (db.engine !== "sqlite") return;
  await db.transaction("requeue abandoned jobs", async (tx) => {
    const { jobs } = tx.tables;
    await tx.update(jobs).set({ state: "queued", leasedUntil: null }).where(eq(jobs.state, "running"));
  });
}

async function runClaimed(
  context: WorkerContext,
  job: { id: string; kind: string; rowId: string; attemptCount: number },
): Promise<void> {
  const { db, clock, log } = context;
  const { jobs } = db.tables;
  const attemptCount = job.attemptCount + 1;
  const renewing = setInterval(() => {
    renew(context, job.id).catch(() => {
      log.warn({ job: job.kind }, "the lease of a job could not be renewed");
    });
  }, RENEWED_EVERY_MS);
  let outcome: { state: "done" | "failed" | "queued"; reason: string; dueAt?: number };
  try {
    await runJob(context, jobKind(job.kind), job.rowId);
    outcome = { state: "done", reason: "" };
  } catch (error) {
    const reason = error instanceof Error ? error.name : "unknown";
    log.error({ job: job.kind, reason, attemptCount }, "a job failed");
    outcome =
      attemptCount >= ATTEMPTS
        ? { state: "failed", reason }
        : { state: "queued", reason, dueAt: clock.now() + pauseBefore(attemptCount) };
  } finally {
    clearInterval(renewing);
  }
  await db.transaction("settle job", async (tx) => {
    await tx
      .update(jobs)
      .set({ ...outcome, attemptCount, leasedUntil: null })
      .where(eq(jobs.id, job.id));
  });
}

async function renew({ db, clock }: WorkerContext, id: string): Promise<void> {
  await db.transaction("renew lease of job", async (tx) => {
    const { jobs } = tx.tables;
    await tx
      .update(jobs)
      .set({ leasedUntil: clock.now() + LEASE })
      .where(and(eq(jobs.id, id), eq(jobs.state, "running")));
  });
}
