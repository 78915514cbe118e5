import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { DISPATCH_PAUSE_MINUTES, DISPATCH_STOP_FAILURES, DISPATCH_STOP_REFUSALS } from "#app/policy.ts";
import type { Reader, Tx } from "#db/database.ts";
import type { BatchKind } from "#db/tables/forwarding.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { MINUTE } from "../time/durations.ts";

/** Mail to representatives and news stand still apart: what is wrong with the addresses of one says nothing of the other. */
const NAMES: Record<BatchKind, string> = { delivery: "dispatch_troubles", update: "update_troubles" };

/** What went wrong since a mail of its kind was last taken. */
const Troubles = z.object({
  /** Attempts in a row that may do better later. */
  failures: z.number(),
  /** Attempts in a row that were refused for good. */
  refusals: z.number(),
  /** Why the last one failed: codes and words of ours. */
  reason: z.string(),
  /** Since when nothing goes. */
  stoppedAt: z.number().optional(),
  /** When one message is tried again. */
  probeAt: z.number().optional(),
});
type Troubles = z.infer<typeof Troubles>;

/** Mail of one kind stands still after many failures in a row. */
export interface DispatchStop {
  stoppedAt: number;
  /** When one message is tried, and everything goes on if it is taken. */
  probeAt: number;
  failureCount: number;
  /** Why the last attempt failed: codes and words of ours, never an address. */
  reason: string;
}

/** Why and since when mail of a kind stands still; undefined while it goes. */
export async function findDispatchStop(
  read: Reader,
  kind: BatchKind = "delivery",
): Promise<DispatchStop | undefined> {
  const troubles = await findTroubles(read, kind);
  if (troubles?.stoppedAt === undefined) return undefined;
  const { stoppedAt, probeAt = stoppedAt, failures, refusals, reason } = troubles;
  return { stoppedAt, probeAt, failureCount: failures + refusals, reason };
}

/**
 * Takes the one attempt that a stop allows when its pause is over. Whoever gets true sends one message; anybody
 * else, and whoever dies at it, waits for the next pause to be over.
 */
export async function takeProbe(tx: Tx, now: number, kind: BatchKind = "delivery"): Promise<boolean> {
  const before = await findTroubles(tx, kind);
  if (before?.stoppedAt === undefined || (before.probeAt ?? 0) > now) return false;
  return replaceTroubles(tx, kind, before, { ...before, probeAt: now + DISPATCH_PAUSE_MINUTES * MINUTE });
}

/** Forgets every trouble, and with it a stop: a message was taken, or an admin has looked. False where there was none. */
export async function endTroubles(tx: Tx, kind: BatchKind = "delivery"): Promise<boolean> {
  const { facts } = tx.tables;
  const ended = await tx.delete(facts).where(eq(facts.name, NAMES[kind])).returning({ name: facts.name });
  return ended.length > 0;
}

/**
 * Counts one attempt that failed, in the transaction that settles it. True where this one stops everything, which
 * the audit log then says.
 */
export async function countTrouble(
  tx: Tx,
  trouble: { permanent: boolean; reason: string },
  now: number,
  kind: BatchKind = "delivery",
): Promise<boolean> {
  // Another process may count at the same moment; then what it wrote is read anew.
  for (;;) {
    const before = await findTroubles(tx, kind);
    const counted = countedOn(before, trouble);
    const isStop = before?.stoppedAt === undefined && isTooMuch(counted);
    const stop = isStop ? { stoppedAt: now, probeAt: now + DISPATCH_PAUSE_MINUTES * MINUTE } : {};
    if (!(await replaceTroubles(tx, kind, before, { ...counted, ...stop }))) continue;
    if (isStop) {
      const detail = `after ${counted.failures + counted.refusals} failures in a row; ${trouble.reason}`;
      await appendAudit(
        tx,
        {
          accountId: "",
          action: kind === "delivery" ? "stop_dispatch" : "stop_news",
          subject: "site",
          detail,
        },
        now,
      );
    }
    return isStop;
  }
}

function countedOn(
  before: Troubles | undefined,
  { permanent, reason }: { permanent: boolean; reason: string },
): Troubles {
  const { failures = 0, refusals = 0 } = before ?? {};
  return {
    ...before,
    failures: failures + (permanent ? 0 : 1),
    refusals: refusals + (permanent ? 1 : 0),
    reason,
  };
}

function isTooMuch({ failures, refusals }: Troubles): boolean {
  return failures >= DISPATCH_STOP_FAILURES || refusals >= DISPATCH_STOP_REFUSALS;
}

async function findTroubles(read: Reader, kind: BatchKind): Promise<Troubles | undefined> {
  const { facts } = read.tables;
  const [kept] = await read.select().from(facts).where(eq(facts.name, NAMES[kind]));
  return kept && Troubles.parse(JSON.parse(kept.value));
}

async function replaceTroubles(
  tx: Tx,
  kind: BatchKind,
  before: Troubles | undefined,
  next: Troubles,
): Promise<boolean> {
  const { facts } = tx.tables;
  const value = written(next);
  const replaced = before
    ? await tx
        .update(facts)
        .set({ value })
        .where(and(eq(facts.name, NAMES[kind]), eq(facts.value, written(before))))
        .returning({ name: facts.name })
    : await tx
        .insert(facts)
        .values({ name: NAMES[kind], value })
        .onConflictDoNothing()
        .returning({ name: facts.name });
  return replaced.length > 0;
}

function written(troubles: Troubles): string {
  return JSON.stringify(Troubles.parse(troubles));
}
