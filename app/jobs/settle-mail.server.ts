import { and, eq, inArray, sql } from "drizzle-orm";
import { MAIL_ATTEMPTS } from "#app/policy.ts";
import type { Tx, WriteBuilders } from "#db/database.ts";
import { type Given, statement } from "#db/statement.ts";
import type { MailOutcome, SendOutcome } from "../emails/transport.ts";
import { pauseBefore } from "./back-off.ts";
import { ALONE, type Row } from "./claim-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** What a row of the outbox becomes. */
export type Change =
  | { state: "sent"; providerId?: string }
  | { state: "skipped" | "failed"; reason: string }
  | { state: "queued"; dueAt: number; reason: string };

/** What became of one mail of a request. */
type RowOutcome = MailOutcome | Exclude<SendOutcome, { kind: "answered" }>;

/** Each mail's own part of what became of a request; where all were refused, each is to go alone. */
export function outcomeFor(outcome: SendOutcome, index: number, mailCount: number): RowOutcome {
  if (outcome.kind === "answered")
    return outcome.mails[index] ?? { kind: "unknown", reason: "no answer for this mail" };
  const isShared = outcome.kind === "refused" && outcome.permanent && mailCount > 1;
  return isShared ? { kind: "refused", permanent: false, reason: ALONE } : outcome;
}

/** One pause for all of a request: they go again together. */
export function pauseAfter({ random }: WorkerContext, rows: readonly Row[], outcome: SendOutcome): number {
  const attempts = 1 + Math.max(...rows.map((row) => row.attemptCount));
  return pauseBefore(attempts, outcome.kind === "refused" ? outcome.retryAfterMs : undefined, random);
}

/** What a row becomes after an outcome: `dueAt` is when it may go again, if it may. */
export function changeAfter(row: Row, outcome: RowOutcome, dueAt: number): Change {
  if (outcome.kind === "accepted") return { state: "sent", providerId: outcome.providerId };
  const { reason } = outcome;
  const isHopeless = outcome.kind === "refused" && outcome.permanent;
  if (isHopeless || row.attemptCount + 1 >= MAIL_ATTEMPTS) return { state: "failed", reason };
  return { state: "queued", reason, dueAt };
}

/** Writes what became of a mail, where its row is still ours to settle. */
export async function settle(tx: Tx, row: Row, change: Change, now: number): Promise<void> {
  const attemptCount = row.attemptCount + 1;
  if (change.state === "sent") {
    const providerId = change.providerId ?? row.providerId;
    await tx.run(markSent, { id: row.id, attemptCount, providerId, now });
    return;
  }
  const { outbox } = tx.tables;
  const isOver = change.state !== "queued";
  await tx
    .update(outbox)
    .set({
      ...change,
      attemptCount,
      leasedUntil: null,
      ...(isOver ? { request: "", settledAt: now } : {}),
    })
    .where(and(eq(outbox.id, row.id), eq(outbox.state, "sending")));
}

type Sent = { id: string; attemptCount: number; providerId: string; now: number };
const markSent = statement("mark_sent", (db: WriteBuilders, given: Given<Sent>) => {
  const { outbox } = db.tables;
  return db
    .update(outbox)
    .set({
      ...{ state: "sent", leasedUntil: null, request: "" },
      attemptCount: sql`${given("attemptCount")}`,
      providerId: sql`${given("providerId")}`,
      settledAt: sql`${given("now")}`,
    })
    .where(and(eq(outbox.id, given("id")), eq(outbox.state, "sending")));
});

/** The same for all that stay with us, in one statement: returns those that were still ours. */
export async function markAllSent(tx: Tx, ids: readonly string[], now: number): Promise<ReadonlySet<string>> {
  const { outbox } = tx.tables;
  const marked = await tx
    .update(outbox)
    .set({
      ...{ state: "sent", leasedUntil: null, request: "", settledAt: now },
      attemptCount: sql`${outbox.attemptCount} + 1`,
    })
    .where(and(inArray(outbox.id, [...ids]), eq(outbox.state, "sending")))
    .returning({ id: outbox.id });
  return new Set(marked.map(({ id }) => id));
}
