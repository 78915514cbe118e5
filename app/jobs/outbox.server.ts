import { and, asc, eq, inArray, lte, or } from "drizzle-orm";
import { MAIL_ATTEMPTS } from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import { mailTemplate } from "../domain/mail/mail-template.ts";
import { MINUTE } from "../domain/time/durations.ts";
import type { OutgoingMail, SendingTransport, SendOutcome } from "../emails/transport.ts";
import { pauseBefore } from "./back-off.ts";
import { putInMailbox } from "./mailbox.server.ts";
import { addressed } from "./outgoing.ts";
import { renderMail } from "./render-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Mails claimed at once; each is sent on its own. */
const CLAIMED = 20;
/** A claim of a process that died is taken over after this. */
const LEASE = 5 * MINUTE;

type Row = { id: string; template: string; rowId: string; attemptCount: number; request: string };

/**
 * Sends the service mails that are due, at least once each: a crash between sending and remembering repeats one,
 * under the same Message-ID and idempotency key. Returns how many it took on; 0 means that nothing is due.
 */
export async function sendQueuedMail(context: WorkerContext): Promise<number> {
  const claimed = await claimDue(context);
  const { transport } = context;
  if (transport.kind === "mailbox") await keepAll(context, claimed);
  else await Promise.all(claimed.map((row) => sendOne(context, transport, row)));
  return claimed.length;
}

/** Mails that a dead process had claimed are queued again at once: on SQLite there is no other process. */
export async function requeueAbandonedMail({ db }: WorkerContext): Promise<void> {
  if (db.engine !== "sqlite") return;
  await db.transaction("requeue abandoned mail", async (tx) => {
    const { outbox } = tx.tables;
    await tx.update(outbox).set({ state: "queued", leasedUntil: null }).where(eq(outbox.state, "sending"));
  });
}

async function claimDue({ db, clock }: WorkerContext): Promise<Row[]> {
  const now = clock.now();
  const { outbox } = db.tables;
  const isQueued = and(eq(outbox.state, "queued"), lte(outbox.dueAt, now));
  const isAbandoned = and(eq(outbox.state, "sending"), lte(outbox.leasedUntil, now));
  const isDue = or(isQueued, isAbandoned);
  const ids: string[] = [];
  // Asked one after the other: each reads as many rows as it gives, however many wait.
  for (const condition of [isAbandoned, isQueued]) {
    const due = await db.read
      .select({ id: outbox.id })
      .from(outbox)
      .where(condition)
      .orderBy(asc(outbox.dueAt), asc(outbox.id))
      .limit(CLAIMED - ids.length);
    ids.push(...due.map((row) => row.id));
  }
  if (ids.length === 0) return [];
  const claimed = await db.transaction("claim mail", async (tx) =>
    tx
      .update(outbox)
      .set({ state: "sending", leasedUntil: now + LEASE })
      .where(and(inArray(outbox.id, ids), isDue))
      .returning(),
  );
  return claimed.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** Renders what was claimed and puts all of it into the mailbox in one transaction. */
async function keepAll(context: WorkerContext, claimed: Row[]): Promise<void> {
  const ready: { row: Row; mail: OutgoingMail }[] = [];
  for (const row of claimed) {
    const mail = await prepare(context, row, (rendered) => rendered);
    if (mail) ready.push({ row, mail });
  }
  if (ready.length === 0) return;
  const now = context.clock.now();
  await context.db.transaction("keep mail", async (tx) => {
    for (const [position, { row, mail }] of ready.entries())
      if (await settle(tx, row, { state: "sent" }, now))
        await putInMailbox(tx, context.keyring, mail, now, position);
  });
}

async function sendOne(context: WorkerContext, transport: SendingTransport, row: Row): Promise<void> {
  const request = await storedRequest(context, transport, row);
  if (request === undefined) return;
  const outcome = await transport.send(request);
  const now = context.clock.now();
  await context.db.transaction("settle mail", (tx) => settle(tx, row, changeAfter(row, outcome, now), now));
  if (outcome.kind !== "accepted")
    context.log.warn({ mail: row.id, template: row.template, reason: outcome.reason }, "mail not accepted");
}

/**
 * The provider request of a row: made and kept before the first attempt, the same bytes at every later one, for as
 * long as the mail is still called for.
 */
async function storedRequest(
  context: WorkerContext,
  transport: SendingTransport,
  row: Row,
): Promise<string | undefined> {
  const place = { table: "outbox", column: "request", rowId: row.id };
  const request = await prepare(context, row, (mail) =>
    row.request === "" ? transport.serializeRequest(mail) : context.keyring.open(place, row.request),
  );
  if (request === undefined || row.request !== "") return request;
  const { outbox } = context.db.tables;
  const kept = await context.db.transaction("keep request", async (tx) =>
    tx
      .update(outbox)
      .set({ request: context.keyring.seal(place, request) })
      .where(and(eq(outbox.id, row.id), eq(outbox.state, "sending")))
      .returning({ id: outbox.id }),
  );
  return kept.length > 0 ? request : undefined;
}

/** What `make` makes of the rendered mail; undefined when there is none to send, which the row then says. */
async function prepare<Made>(
  context: WorkerContext,
  row: Row,
  make: (mail: OutgoingMail) => Made,
): Promise<Made | undefined> {
  const { db, clock, settings, log } = context;
  try {
    const prepared = await renderMail(context, mailTemplate(row.template), row.rowId);
    if ("mail" in prepared)
      return make(addressed(settings, prepared.mail, { to: prepared.to, rowId: row.id, kind: "mail" }));
    const { skip } = prepared;
    await db.transaction("skip mail", (tx) =>
      settle(tx, row, { state: "skipped", reason: skip }, clock.now()),
    );
  } catch (error) {
    log.error({ mail: row.id, template: row.template, fault: nameOf(error) }, "mail could not be rendered");
    const now = clock.now();
    const change = changeAfter(row, { kind: "refused", permanent: false, reason: "not_rendered" }, now);
    await db.transaction("settle mail", (tx) => settle(tx, row, change, now));
  }
  return undefined;
}

type Change =
  | { state: "sent"; providerId?: string }
  | { state: "skipped" | "failed"; reason: string }
  | { state: "queued"; dueAt: number; reason: string };

function changeAfter(row: Row, outcome: SendOutcome, now: number): Change {
  if (outcome.kind === "accepted") return { state: "sent", providerId: outcome.providerId };
  const { reason } = outcome;
  const attempts = row.attemptCount + 1;
  const isHopeless = outcome.kind === "refused" && outcome.permanent;
  if (isHopeless || attempts >= MAIL_ATTEMPTS) return { state: "failed", reason };
  const retryAfter = outcome.kind === "refused" ? outcome.retryAfterMs : undefined;
  return { state: "queued", reason, dueAt: now + pauseBefore(attempts, retryAfter) };
}

/** Writes what became of a mail; false when its row is no longer ours to settle. */
async function settle(tx: Tx, row: Row, change: Change, now: number): Promise<boolean> {
  const { outbox } = tx.tables;
  const isOver = change.state !== "queued";
  const settled = await tx
    .update(outbox)
    .set({
      ...change,
      attemptCount: row.attemptCount + 1,
      leasedUntil: null,
      ...(isOver ? { request: "", settledAt: now } : {}),
    })
    .where(and(eq(outbox.id, row.id), eq(outbox.state, "sending")))
    .returning({ id: outbox.id });
  return settled.length > 0;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
