import { setTimeout as delay } from "node:timers/promises";
import { and, eq, inArray, lte, or } from "drizzle-orm";
import { bookSlots } from "./queue.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Who waits in vain goes on: what is left is worked off all the same. */
const LIMIT_MS = 20_000;
const LOOK_EVERY_MS = 50;

/**
 * For a process that does not work itself: has everything that is due now booked, calls those who do, and waits until
 * nothing of it is left, or for twenty seconds.
 */
export async function awaitWork(
  context: Pick<WorkerContext, "db" | "clock" | "settings" | "wake">,
): Promise<void> {
  await bookSlots(context);
  const until = performance.now() + LIMIT_MS;
  for (context.wake(); performance.now() < until && (await isAnyLeft(context)); context.wake())
    await delay(LOOK_EVERY_MS);
}

async function isAnyLeft({
  db,
  clock,
  settings,
}: Pick<WorkerContext, "db" | "clock" | "settings">): Promise<boolean> {
  const { jobs, outbox, deliveries } = db.tables;
  const now = clock.now();
  const dueJobs = or(eq(jobs.state, "running"), and(eq(jobs.state, "queued"), lte(jobs.dueAt, now)));
  const dueMail = and(inArray(outbox.state, ["queued", "sending"]), lte(outbox.dueAt, now));
  const { forwarding } = settings;
  const left = [
    await db.read.select({ id: jobs.id }).from(jobs).where(dueJobs).limit(1),
    await db.read.select({ id: outbox.id }).from(outbox).where(dueMail).limit(1),
    forwarding === "off"
      ? []
      : await db.read
          .select({ id: deliveries.id })
          .from(deliveries)
          .where(
            and(eq(deliveries.state, "planned"), eq(deliveries.mode, forwarding), lte(deliveries.dueAt, now)),
          )
          .limit(1),
  ];
  return left.some((rows) => rows.length > 0);
}
