import { and, eq, type SQL, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { ComplaintState } from "#db/tables/moderation.ts";
import { appendAudit } from "./append-audit.server.ts";
import { type ComplaintMover, mayMoveComplaint } from "./complaint.ts";

type Row = Tables["complaints"]["$inferSelect"];

/** One step of a complaint, as somebody asks for it. */
export interface ComplaintMove {
  complaintId: string;
  from: ComplaintState;
  to: ComplaintState;
  mover: ComplaintMover;
  /** The moderator's; blank for the program and the author. */
  accountId?: string;
  /** A code for the log, or blank. */
  detail?: string;
  /** What else must hold of the row. */
  where?: SQL;
  /** What changes with it. */
  set?: Partial<Omit<Row, "id" | "state">>;
}

/**
 * Takes a complaint from one state to another and writes its log with it: the only place that changes a complaint's
 * state. Must run in the transaction of its cause. Returns false where the complaint is not in `from` any more, or
 * `mover` may not do this: nothing has happened then.
 */
export async function moveComplaint(
  tx: Tx,
  { complaintId, from, to, mover, accountId = "", detail = "", where, set = {} }: ComplaintMove,
  now: number,
): Promise<boolean> {
  if (!mayMoveComplaint(from, to, mover)) return false;
  const { complaints } = tx.tables;
  const isOver = to === "removed" || to === "kept" || to === "invalid";
  const moved = await tx
    .update(complaints)
    .set({ ...set, state: to, ...(isOver ? { dueAt: null, settledAt: now } : {}) })
    .where(and(eq(complaints.id, complaintId), eq(complaints.state, from), where))
    .returning({ id: complaints.id });
  if (moved.length === 0) return false;
  await logComplaint(tx, { complaintId, action: to, accountId, detail }, now);
  if (accountId !== "")
    await appendAudit(
      tx,
      {
        accountId,
        action: "move_complaint",
        subject: complaintId,
        detail: [`${from} → ${to}`, detail].filter(Boolean).join(", "),
      },
      now,
    );
  return true;
}

/** Adds a line to a complaint's log: codes only. Lines of one instant keep the order in which they were written. */
export async function logComplaint(
  tx: Tx,
  event: { complaintId: string; action: string; accountId?: string; detail?: string },
  now: number,
): Promise<void> {
  const { complaintEvents } = tx.tables;
  const [before] = await tx
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(complaintEvents)
    .where(eq(complaintEvents.complaintId, event.complaintId));
  const id = v7({ msecs: now, seq: before?.count ?? 0 });
  await tx.insert(complaintEvents).values({ accountId: "", detail: "", ...event, id, at: now });
}
