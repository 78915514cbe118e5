import { and, asc, eq, inArray, lte, ne, or, type SQL } from "drizzle-orm";
import type { Tables } from "#db/schema.ts";
import { MINUTE } from "../domain/time/durations.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Mails taken on at once, where each is a request of its own. */
const FEW = 20;
/** A claim of a process that died is taken over after this. */
const LEASE = 5 * MINUTE;

/** The reason of a mail whose whole request was refused, which may be the fault of one of them: it goes alone. */
export const ALONE = "refused together with others";

/** A row of the outbox that is ours to send. */
export type Row = Tables["outbox"]["$inferSelect"];

/**
 * Claims the mails that are due, oldest first: as many as one request carries, or a few where it carries one. Those
 * that were in one request before are claimed together, so that the request can be made again byte for byte:
 * `position` tells one claim from another of the same moment.
 */
export async function claimMail({ db, clock, transport }: WorkerContext, position = 0): Promise<Row[]> {
  const now = clock.now();
  const { outbox } = db.tables;
  const perRequest = transport.kind === "mailbox" ? 1 : transport.mailsPerRequest;
  const isQueued = and(eq(outbox.state, "queued"), lte(outbox.dueAt, now));
  const isAbandoned = and(eq(outbox.state, "sending"), lte(outbox.leasedUntil, now));
  const limit = Math.max(FEW, perRequest);
  const ids: string[] = [];
  // Asked one after the other: each reads as many rows as it gives, however many wait.
  for (const condition of [isAbandoned, isQueued]) {
    const due = await listDue(db, condition, limit - ids.length);
    const [first] = ids.length === 0 ? due : [];
    if (perRequest > 1 && first) return claim(await togetherWith(first, condition));
    ids.push(...due.map((row) => row.id));
  }
  return claim(ids);

  async function togetherWith(first: Row, condition: SQL | undefined): Promise<string[]> {
    if (first.reason === ALONE) return [first.id];
    const isAlike =
      first.request === ""
        ? and(eq(outbox.request, ""), ne(outbox.reason, ALONE))
        : and(ne(outbox.request, ""), eq(outbox.dueAt, first.dueAt), ne(outbox.reason, ALONE));
    return (await listDue(db, and(condition, isAlike), perRequest)).map((row) => row.id);
  }

  async function claim(wanted: readonly string[]): Promise<Row[]> {
    if (wanted.length === 0) return [];
    const claimed = await db.transaction("claim mail", async (tx) =>
      tx
        .update(outbox)
        // Due at one moment: whoever takes over finds them by it.
        .set({ state: "sending", dueAt: now + position, leasedUntil: now + LEASE })
        .where(and(inArray(outbox.id, [...wanted]), or(isQueued, isAbandoned)))
        .returning(),
    );
    return claimed.toSorted((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id));
  }
}

async function listDue({ read, tables }: WorkerContext["db"], isDue: SQL | undefined, limit: number) {
  const { outbox } = tables;
  return read.select().from(outbox).where(isDue).orderBy(asc(outbox.dueAt), asc(outbox.id)).limit(limit);
}
