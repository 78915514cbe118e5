import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { SendingTransport, SendOutcome } from "../emails/transport.ts";
import { claimMail, type Row } from "./claim-mail.server.ts";
import { putInMailbox } from "./mailbox.server.ts";
import { prepareMails, type ReadyMail, storedMails } from "./prepare-mail.server.ts";
import { changeAfter, markAllSent, outcomeFor, pauseAfter, settle } from "./settle-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** A round takes on more after the first while it finds as much as this … */
const MUCH = 20;
/** … and for so long; then other work has its turn. */
export const MAIL_ROUND_MS = 100;
/** What has been answered is noted together so often: a crash repeats no more than was sent since. */
const NOTED_EVERY_MS = 200;

/**
 * Sends the service mails that are due, at least once each: a crash between sending and remembering repeats one,
 * under the same Message-ID, and where nothing has changed meanwhile, as the same request under the same idempotency
 * key. Returns how many it took on; 0 means that nothing is due.
 */
export async function sendQueuedMail(context: WorkerContext): Promise<number> {
  const until = performance.now() + MAIL_ROUND_MS;
  let mailCount = 0;
  let part: number;
  do {
    part = await sendPart(context);
    mailCount += part;
  } while (part >= MUCH && performance.now() < until);
  return mailCount;
}

async function sendPart(context: WorkerContext): Promise<number> {
  const { transport } = context;
  if (transport.kind === "mailbox") {
    const claimed = await claimMail(context);
    await keepAll(context, claimed);
    return claimed.length;
  }
  const claims: Row[][] = [];
  let requestCount = 0;
  while (requestCount < transport.requestsAtOnce) {
    const claimed = await claimMail(context, claims.length);
    if (claimed.length === 0) break;
    claims.push(claimed);
    requestCount += Math.ceil(claimed.length / transport.mailsPerRequest);
  }
  await Promise.all(claims.map((claimed) => sendClaimed(context, transport, claimed)));
  return claims.flat().length;
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
async function keepAll(context: WorkerContext, claimed: readonly Row[]): Promise<void> {
  const ready = await prepareMails(context, claimed, (_, rendered) => rendered);
  if (ready.length === 0) return;
  const now = context.clock.now();
  await context.db.transaction("keep mail", async (tx) => {
    const ids = ready.map(({ row }) => row.id);
    const ours = await markAllSent(tx, ids, now);
    for (const [position, { row, mail }] of ready.entries())
      if (ours.has(row.id)) await putInMailbox(tx, context.keyring, mail, now, position);
  });
}

/** Sends what was claimed together, in as many requests as it takes. */
async function sendClaimed(
  context: WorkerContext,
  transport: SendingTransport,
  claimed: readonly Row[],
): Promise<void> {
  const requests = inRequests(transport, await storedMails(context, transport, claimed));
  const answered: Answered[] = [];
  let left = requests.length;
  const sending = requests.map(async ({ rows, serialized }) => {
    answered.push({ rows, outcome: await transport.send(serialized, "service") });
    left -= 1;
  });
  while (left > 0) {
    await Promise.race([Promise.all(sending), delay(NOTED_EVERY_MS, undefined, { ref: false })]);
    await settleAnswered(context, answered.splice(0));
  }
}

interface MailRequest {
  rows: readonly Row[];
  serialized: string;
}

/** While a request is under way nobody holds on to the mails that were put into it. */
function inRequests(transport: SendingTransport, ready: readonly ReadyMail<string>[]): MailRequest[] {
  const { mailsPerRequest, repeatable } = transport;
  return Array.from({ length: Math.ceil(ready.length / mailsPerRequest) }, (_, index) => {
    const together = ready.slice(index * mailsPerRequest, (index + 1) * mailsPerRequest);
    const mails = together.map(({ mail }) => mail);
    // Only who takes a repeated request once asks for a key.
    const serialized = transport.serializeRequest(mails, repeatable ? keyOf(mails) : "");
    return { rows: together.map(({ row }) => row), serialized };
  });
}

/** One request that was tried, and what came of it. */
interface Answered {
  rows: readonly Row[];
  outcome: SendOutcome;
}

async function settleAnswered(context: WorkerContext, answered: readonly Answered[]): Promise<void> {
  if (answered.length === 0) return;
  const now = context.clock.now();
  const changes = answered.flatMap(({ rows, outcome }) => {
    const dueAt = now + pauseAfter(context, rows, outcome);
    return rows.map((row, index) => ({
      row,
      change: changeAfter(row, outcomeFor(outcome, index, rows.length), dueAt),
    }));
  });
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
