import { and, asc, eq, ne } from "drizzle-orm";
import { HELD_COMPLAINT_HOURS } from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import type { OutboxState } from "#db/tables/mail.ts";
import type { Site } from "../site.ts";
import { londonDay } from "../time/london.ts";
import { addWorkingHours } from "../time/working-hours.ts";
import { askAuthor } from "./ask-author.server.ts";
import { authorDeadline, operatorDeadline } from "./complaint.ts";
import { moveComplaint } from "./move-complaint.server.ts";

/** Complaints of one unit: the most pressing ones come first, the rest at the next run. */
const CHUNK = 100;

/**
 * What the regulations' clock brings by itself: authors of complaints that waited for a moderator are written to,
 * those who did not answer by their deadline count as silent, those whom no mail reached as not to be reached.
 * Nothing is taken down here.
 */
export async function runComplaintClock(site: Site, now: number): Promise<void> {
  await askWaiting(site, now);
  await endTimes(site, now);
}

async function askWaiting(site: Site, now: number): Promise<void> {
  await site.db.transaction("ask authors", async (tx) => {
    const { complaints } = tx.tables;
    const waiting = await tx
      .select({ id: complaints.id, campaignId: complaints.campaignId, receivedAt: complaints.receivedAt })
      .from(complaints)
      .where(and(eq(complaints.state, "waiting"), ne(complaints.campaignId, "")))
      .orderBy(asc(complaints.receivedAt), asc(complaints.id))
      .limit(CHUNK);
    for (const complaint of waiting)
      if (now >= addWorkingHours(complaint.receivedAt, HELD_COMPLAINT_HOURS))
        await askAuthor(tx, site, complaint, { mover: "program" }, now);
  });
}

async function endTimes(site: Site, now: number): Promise<void> {
  await site.db.transaction("end authors' time", async (tx) => {
    for (const asked of await listAsked(tx)) await endTime(tx, asked, now);
  });
}

interface Asked {
  id: string;
  receivedAt: number;
  askedAt: number;
  dueAt: number;
  mail: OutboxState;
  mailSettledAt: number | null;
}

async function endTime(tx: Tx, asked: Asked, now: number): Promise<void> {
  const { id, receivedAt, askedAt, dueAt, mail, mailSettledAt } = asked;
  const silence = { complaintId: id, from: "author_asked", to: "author_silent", mover: "program" } as const;
  if (mail === "failed" || mail === "skipped") {
    const set = { dueAt: operatorDeadline(receivedAt) };
    await moveComplaint(tx, { ...silence, detail: "no_mail", set }, now);
  } else if (mailSettledAt !== null && londonDay(mailSettledAt) > londonDay(askedAt)) {
    // The five days begin when the mail has left, which a provider in trouble can put off to another day.
    const { complaints } = tx.tables;
    await tx
      .update(complaints)
      .set({ authorAskedAt: mailSettledAt, dueAt: authorDeadline(mailSettledAt) })
      .where(and(eq(complaints.id, id), eq(complaints.state, "author_asked")));
  } else if (mailSettledAt !== null && dueAt <= now) {
    await moveComplaint(
      tx,
      { ...silence, detail: "no_answer", set: { dueAt: operatorDeadline(dueAt) } },
      now,
    );
  }
}

async function listAsked(tx: Tx): Promise<Asked[]> {
  const { complaints, outbox } = tx.tables;
  const rows = await tx
    .select({
      id: complaints.id,
      receivedAt: complaints.receivedAt,
      askedAt: complaints.authorAskedAt,
      dueAt: complaints.dueAt,
      mail: outbox.state,
      mailSettledAt: outbox.settledAt,
    })
    .from(complaints)
    .innerJoin(outbox, and(eq(outbox.rowId, complaints.id), eq(outbox.template, "complaint-to-author")))
    .where(eq(complaints.state, "author_asked"))
    .orderBy(asc(complaints.dueAt), asc(complaints.id))
    .limit(CHUNK);
  return rows.flatMap(({ askedAt, dueAt, ...row }) =>
    askedAt === null || dueAt === null ? [] : [{ ...row, askedAt, dueAt }],
  );
}
