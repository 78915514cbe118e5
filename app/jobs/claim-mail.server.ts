import { and, asc, eq, inArray, lte, ne, or, type SQL } from "drizzle-orm";
import type { Reader, Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { MINUTE } from "../domain/time/durations.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Mails taken on at once, where each is a request of its own … */
const FEW = 20;
/** … and where they stay with us: written in one unit. */
const KEPT_AT_ONCE = 50;
/** A claim of a process that died is taken over after this. */
const LEASE = 5 * MINUTE;

/** More than any process sends requests at once: their moments, in milliseconds, lie between those of two processes. */
const POSITIONS = 64;

/** The reason of a mail whose whole request was refused, which may be the fault of one of them: it goes alone. */
export const ALONE = "refused together with others";

/** A row of the outbox that is ours to send. */
export type Row = Tables["outbox"]["$inferSelect"];

/**
 * Claims the mails that are due, oldest first: as many as one request carries, or a few where it carries one. Those
 * that were in one request before are claimed together, so that the request can be made again byte for byte:
 * `position` and the process's shard tell one claim from another of the same moment. Several workers claim side by
 * side: each passes over what another is about to have.
 */
export async function claimMail(context: WorkerContext, position = 0): Promise<Row[]> {
  const { db, clock, transport, shard } = context;
  const now = clock.now();
  const { outbox } = db.tables;
  const isMailbox = transport.kind === "mailbox";
  const perRequest = isMailbox ? 1 : transport.mailsPerRequest;
  const isQueued = and(eq(outbox.state, "queued"), lte(outbox.dueAt, now));
  const isAbandoned = and(eq(outbox.state, "sending"), lte(outbox.leasedUntil, now));
  const limit = isMailbox ? KEPT_AT_ONCE : Math.max(FEW, perRequest);
  // Asked without a transaction first: mostly there is nothing.
  if (!(await isAny(db.read, isAbandoned)) && !(await isAny(db.read, isQueued))) return [];
  return db.transaction("claim mail", async (tx) => {
    const wanted = await chooseMails(tx);
    if (wanted.length === 0) return [];
    const claimed = await tx
      .update(outbox)
      // Due at one moment: whoever takes over finds them by it.
      .set({ state: "sending", dueAt: now + shard * POSITIONS + position, leasedUntil: now + LEASE })
      .where(and(inArray(outbox.id, wanted), or(isQueued, isAbandoned)))
      .returning();
    return claimed.toSorted((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id));
  });

  async function chooseMails(tx: Tx): Promise<string[]> {
    const ids: string[] = [];
    // Asked one after the other: each reads as many rows as it gives, however many wait.
    for (const condition of [isAbandoned, isQueued]) {
      const due = await takeDue(tx, condition, limit - ids.length);
      const [first] = ids.length === 0 ? due : [];
      if (perRequest > 1 && first) return togetherWith(tx, first, condition);
      ids.push(...due.map((row) => row.id));
    }
    return ids;
  }

  async function togetherWith(tx: Tx, first: Row, condition: SQL | undefined): Promise<string[]> {
    if (first.reason === ALONE) return [first.id];
    const isAlike =
      first.request === ""
        ? and(eq(outbox.request, ""), ne(outbox.reason, ALONE))
        : and(ne(outbox.request, ""), eq(outbox.dueAt, first.dueAt), ne(outbox.reason, ALONE));
    return (await takeDue(tx, and(condition, isAlike), perRequest)).map((row) => row.id);
  }
}

async function isAny({ select, tables }: Reader, condition: SQL | undefined): Promise<boolean> {
  const { outbox } = tables;
  return (await select({ id: outbox.id }).from(outbox).where(condition).limit(1)).length > 0;
}

/** On PostgreSQL a row that another worker is taking at this moment is passed over; the embedded database has one. */
async function takeDue(tx: Tx, isDue: SQL | undefined, limit: number): Promise<Row[]> {
  const { outbox } = tx.tables;
  const due = tx.select().from(outbox).where(isDue).orderBy(asc(outbox.dueAt), asc(outbox.id)).limit(limit);
  return tx.engine === "postgres" ? due.for("update", { skipLocked: true }) : due;
}
