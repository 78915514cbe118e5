import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { judgeMail } from "../domain/forwarding/judge-mail.ts";
import { ONE_CLICK } from "../domain/forwarding/pause.ts";
import { pauseMessages } from "../domain/forwarding/pause-messages.server.ts";
import { type Received, receiveMessage } from "../domain/forwarding/receive-message.server.ts";
import type { ReceivedMail } from "../domain/forwarding/received-mail.ts";
import type { Keyring } from "../domain/privacy/keyring.server.ts";
import { findLinkedRow, linkTokens } from "../domain/privacy/links.server.ts";
import { readMail } from "./read-mail.ts";
import { newsTokenOf, receiveNewsMail } from "./receive-news-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** What taking in mail needs of its surroundings. */
export type ReceiveContext = Pick<WorkerContext, "db" | "keyring" | "wake" | "settings" | "clock" | "log">;

/** `unknown_recipient` is for the sender's server to hear; whatever else came is taken, and never answered. */
export type MailOutcome = Exclude<Received, "nobody"> | "news_stopped" | "unknown_recipient" | "unreadable";

/**
 * Takes in one message as it came, headers and all, for the address it was sent to: `d-<token>@REPLY_DOMAIN` for a
 * message to a representative, `n-<token>@…` for news.
 * All mail that comes in passes here, by webhook or from a mail server. The same message twice is taken once.
 *
 * @throws only where our own database cannot take it: then it may come again.
 */
export async function receiveMail(
  context: ReceiveContext,
  raw: Uint8Array,
  envelope: { to: string },
): Promise<MailOutcome> {
  const { db, keyring, clock, log, settings } = context;
  const newsToken = newsTokenOf(envelope.to, settings.replyDomain);
  if (newsToken !== undefined) return note(log, await receiveNewsMail(context, raw, newsToken));
  const mail = await readMail(raw);
  const deliveryId = await findDelivery(context, raw, envelope.to, mail);
  if (deliveryId === undefined) return note(log, "unknown_recipient");
  if (!mail) return note(log, "unreadable");
  const eventId = eventIdOf(raw, mail, deliveryId);
  const message = { deliveryId, eventId, mail };
  await pauseIfAsked(context, message);
  const outcome = await receiveMessage({ db, keyring, wake: context.wake }, message, clock.now());
  return note(log, outcome === "nobody" ? "unknown_recipient" : outcome);
}

/**
 * A mail program's unsubscribing by mail does what its one click does. Before the message is remembered, so that a
 * crash between loses nothing: pausing twice is pausing once.
 */
async function pauseIfAsked(
  { db, keyring, wake, clock }: ReceiveContext,
  { deliveryId, eventId, mail }: { deliveryId: string; eventId: string; mail: ReceivedMail },
): Promise<void> {
  if (judgeMail(mail).kind !== "unsubscribe") return;
  const { mailEvents } = db.tables;
  const known = await db.read
    .select({ id: mailEvents.id })
    .from(mailEvents)
    .where(eq(mailEvents.id, eventId));
  const { pause: token } = await linkTokens(db.read, keyring, deliveryId);
  if (known.length > 0 || token === undefined) return;
  await pauseMessages({ db, keyring, wake }, { token, form: ONE_CLICK, isOneClick: true }, clock.now());
}

/** Whether an address is one of those that our messages are answered and returned to. */
export function isReplyAddress(address: string, replyDomain: string | undefined): boolean {
  return tokenOf(address, replyDomain) !== undefined || newsTokenOf(address, replyDomain) !== undefined;
}

function note(log: ReceiveContext["log"], outcome: MailOutcome): MailOutcome {
  log.info({ outcome }, "mail came in");
  return outcome;
}

/**
 * The delivery that a message is for, by the token in its address. Complaints come to other addresses of ours, with
 * our message in them; and some systems write addresses in lower case, where the token is known from the message that
 * is quoted.
 */
async function findDelivery(
  { db, keyring, settings }: ReceiveContext,
  raw: Uint8Array,
  to: string,
  mail: ReceivedMail | undefined,
): Promise<string | undefined> {
  const { replyDomain } = settings;
  const token = tokenOf(to, replyDomain);
  if (token === undefined) return mail && findComplained(db.read, replyDomain, mail);
  const linked = await findLinkedRow(db.read, token, ["reply"]);
  return linked ?? (await findByQuoted(db.read, keyring, raw, token));
}

function tokenOf(address: string, replyDomain: string | undefined): string | undefined {
  const [, token, domain] = /^[^<]{0,200}?<?d-([\w-]{22})@([^\s<>@]{1,253})>?\s*$/i.exec(address) ?? [];
  return domain !== undefined && domain.toLowerCase() === replyDomain?.toLowerCase() ? token : undefined;
}

async function findComplained(
  read: Reader,
  replyDomain: string | undefined,
  mail: ReceivedMail,
): Promise<string | undefined> {
  if (!mail.parts.some(({ type }) => type === "message/feedback-report")) return undefined;
  for (const { content } of mail.parts)
    for (const [address] of content.matchAll(/\bd-[\w-]{22}@[\w.-]{1,253}/gi)) {
      const token = tokenOf(address, replyDomain);
      return token && findLinkedRow(read, token, ["reply"]);
    }
  return undefined;
}

/** Our Message-IDs that a message is asked for at most. */
const QUOTED = 5;

async function findByQuoted(
  read: Reader,
  keyring: Keyring,
  raw: Uint8Array,
  token: string,
): Promise<string | undefined> {
  const text = Buffer.from(raw).toString("latin1");
  const found = text.matchAll(/<delivery-([0-9a-f-]{36})@/gi);
  const ids = new Set([...found].slice(0, 10 * QUOTED).map(([, id = ""]) => id.toLowerCase()));
  for (const id of [...ids].slice(0, QUOTED)) {
    const { reply } = await linkTokens(read, keyring, id);
    if (reply?.toLowerCase() === token.toLowerCase()) return id;
  }
  return undefined;
}

/** By its own name, or by its bytes where it has none; the same message for two deliveries is two. */
function eventIdOf(raw: Uint8Array, { messageId }: ReceivedMail, deliveryId: string): string {
  const hash = createHash("sha256").update(`${deliveryId}\0`);
  const named = messageId.trim() === "" ? hash.update(raw) : hash.update(messageId.trim());
  return `mail:${named.digest("base64url")}`;
}
