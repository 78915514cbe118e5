import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import { MAIL_ATTEMPTS } from "#app/policy.ts";
import type { Tx, WriteBuilders } from "#db/database.ts";
import { type Given, statement } from "#db/statement.ts";
import { mailTemplate } from "../domain/mail/mail-template.ts";
import type { MailOutcome, OutgoingMail, SendingTransport, SendOutcome } from "../emails/transport.ts";
import { pauseBefore } from "./back-off.ts";
import { ALONE, claimMail, type Row } from "./claim-mail.server.ts";
import { putInMailbox } from "./mailbox.server.ts";
import { addressed } from "./outgoing.ts";
import { renderMail } from "./render-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Mails written at once: the pages have their turn between. */
const RENDERED_AT_ONCE = 25;

/**
 * Sends the service mails that are due, at least once each: a crash between sending and remembering repeats one,
 * under the same Message-ID, and where nothing has changed meanwhile, as the same request under the same idempotency
 * key. Returns how many it took on; 0 means that nothing is due.
 */
export async function sendQueuedMail(context: WorkerContext): Promise<number> {
  const { transport } = context;
  if (transport.kind === "mailbox") {
    const claimed = await claimMail(context);
    await keepAll(context, claimed);
    return claimed.length;
  }
  const requests: Row[][] = [];
  while (requests.length < transport.requestsAtOnce) {
    const claimed = await claimMail(context, requests.length);
    if (claimed.length === 0) break;
    requests.push(...(transport.mailsPerRequest > 1 ? [claimed] : claimed.map((row) => [row])));
  }
  await Promise.all(requests.map((rows) => sendTogether(context, transport, rows)));
  return requests.flat().length;
}

/** Mails that a dead process had claimed are queued again at once: on SQLite there is no other process. */
export async function requeueAbandonedMail({ db }: WorkerContext): Promise<void> {
  if (db.engine !== "sqlite") return;
  await db.transaction("requeue abandoned mail", async (tx) => {
    const { outbox } = tx.tables;
    await tx.update(outbox).set({ state: "queued", leasedUntil: null }).where(eq(outbox.state, "sending"));
  });
}

/** Renders what was claimed and puts all of it into the mailbox in one transaction. */
async function keepAll(context: WorkerContext, claimed: Row[]): Promise<void> {
  const ready: { row: Row; mail: OutgoingMail }[] = [];
  for (const row of claimed) {
    // Reading and writing on the embedded database gives nobody else a turn; who asks for a page waits for one mail.
    await (context.breathe?.() ?? setImmediate());
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

async function sendTogether(
  context: WorkerContext,
  transport: SendingTransport,
  rows: readonly Row[],
): Promise<void> {
  const ready = await storedMails(context, transport, rows);
  if (ready.length === 0) return;
  const mails = ready.map(({ mail }) => mail);
  const outcome = await transport.send(transport.serializeRequest(mails, keyOf(mails)), "service");
  const now = context.clock.now();
  const pause = pauseAfter(context, ready, outcome);
  const changes = ready.map(({ row }, index) => ({
    row,
    change: changeAfter(row, outcomeFor(outcome, index, ready.length), now + pause),
  }));
  await context.db.transaction("settle mail", async (tx) => {
    for (const { row, change } of changes) await settle(tx, row, change, now);
  });
  for (const { row, change } of changes)
    if (change.state !== "sent")
      context.log.warn({ mail: row.id, template: row.template, reason: change.reason }, "mail not accepted");
}

/** The same mails in the same order make the same key. */
function keyOf(mails: readonly string[]): string {
  const digest = createHash("sha256");
  for (const mail of mails) digest.update(mail).update("\0");
  return `mails-${digest.digest("base64url")}`;
}

/**
 * What of a request carries each row: made and kept before the first attempt, the same bytes at every later one, for
 * as long as the mail is still called for. Rows without a mail to send are left out.
 */
async function storedMails(
  context: WorkerContext,
  transport: SendingTransport,
  rows: readonly Row[],
): Promise<{ row: Row; mail: string }[]> {
  const { db, keyring } = context;
  const ready: { row: Row; mail: string }[] = [];
  for (let from = 0; from < rows.length; from += RENDERED_AT_ONCE) {
    const made = rows.slice(from, from + RENDERED_AT_ONCE).map(async (row) => ({
      row,
      mail: await prepare(context, row, (rendered) =>
        row.request === "" ? transport.serializeMail(rendered) : keyring.open(requestOf(row), row.request),
      ),
    }));
    for (const { row, mail } of await Promise.all(made)) if (mail !== undefined) ready.push({ row, mail });
  }
  const fresh = ready.filter(({ row }) => row.request === "");
  if (fresh.length === 0) return ready;
  const lost = await db.transaction("keep requests", async (tx) => {
    const { outbox } = tx.tables;
    const gone = new Set<string>();
    for (const { row, mail } of fresh) {
      const kept = await tx
        .update(outbox)
        .set({ request: keyring.seal(requestOf(row), mail) })
        .where(and(eq(outbox.id, row.id), eq(outbox.state, "sending")))
        .returning({ id: outbox.id });
      if (kept.length === 0) gone.add(row.id);
    }
    return gone;
  });
  return ready.filter(({ row }) => !lost.has(row.id));
}

function requestOf(row: Row): { table: string; column: string; rowId: string } {
  return { table: "outbox", column: "request", rowId: row.id };
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
    if ("mail" in prepared) {
      const { to, mail, replyTo } = prepared;
      return make(addressed(settings, mail, { to, replyTo, rowId: row.id, kind: "mail" }));
    }
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

/** What became of one mail of a request. */
type RowOutcome = MailOutcome | Exclude<SendOutcome, { kind: "answered" }>;

function outcomeFor(outcome: SendOutcome, index: number, mailCount: number): RowOutcome {
  if (outcome.kind === "answered")
    return outcome.mails[index] ?? { kind: "unknown", reason: "no answer for this mail" };
  const isShared = outcome.kind === "refused" && outcome.permanent && mailCount > 1;
  return isShared ? { kind: "refused", permanent: false, reason: ALONE } : outcome;
}

/** One pause for all of a request: they go again together. */
function pauseAfter({ random }: WorkerContext, ready: readonly { row: Row }[], outcome: SendOutcome): number {
  const attempts = 1 + Math.max(...ready.map(({ row }) => row.attemptCount));
  return pauseBefore(attempts, outcome.kind === "refused" ? outcome.retryAfterMs : undefined, random);
}

function changeAfter(row: Row, outcome: RowOutcome, dueAt: number): Change {
  if (outcome.kind === "accepted") return { state: "sent", providerId: outcome.providerId };
  const { reason } = outcome;
  const isHopeless = outcome.kind === "refused" && outcome.permanent;
  if (isHopeless || row.attemptCount + 1 >= MAIL_ATTEMPTS) return { state: "failed", reason };
  return { state: "queued", reason, dueAt };
}

/** Writes what became of a mail; false when its row is no longer ours to settle. */
async function settle(tx: Tx, row: Row, change: Change, now: number): Promise<boolean> {
  const attemptCount = row.attemptCount + 1;
  if (change.state === "sent") {
    const providerId = change.providerId ?? row.providerId;
    return (await tx.run(markSent, { id: row.id, attemptCount, providerId, now })).length > 0;
  }
  const { outbox } = tx.tables;
  const isOver = change.state !== "queued";
  const settled = await tx
    .update(outbox)
    .set({
      ...change,
      attemptCount,
      leasedUntil: null,
      ...(isOver ? { request: "", settledAt: now } : {}),
    })
    .where(and(eq(outbox.id, row.id), eq(outbox.state, "sending")))
    .returning({ id: outbox.id });
  return settled.length > 0;
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
    .where(and(eq(outbox.id, given("id")), eq(outbox.state, "sending")))
    .returning({ id: outbox.id });
});

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
