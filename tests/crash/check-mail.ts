import { asc, inArray } from "drizzle-orm";
import type { Site } from "#app/domain/site.ts";
import { lastWeeklySlot } from "#app/domain/time/london.ts";
import { findCaptured } from "#app/jobs/mailbox.server.ts";
import { DELIVERY_SLOT } from "#app/policy-forwarding.ts";
import type { TakenMail } from "../servers/smtp.ts";
import type { Person } from "./person.ts";

/** A mail that went; `rowId` names its row of `outbox` or `deliveries` where the mail itself says so. */
export interface WentMail {
  to: string;
  rowId: string | undefined;
  /** The weekly slot of a message to a representative; undefined for a mail to a signatory. */
  slotOn: string | undefined;
}

/** Where a message to a representative goes in rehearsal. */
export const REPRESENTATIVE = /^rep-[\w-]+@rehearsal\.invalid$/;

/** Every mail that the site's own mailbox holds. */
export async function listKept({ db, keyring }: Site): Promise<WentMail[]> {
  const { mailbox } = db.tables;
  const rows = await db.read.select({ id: mailbox.id }).from(mailbox).orderBy(asc(mailbox.id));
  const kept: WentMail[] = [];
  for (const { id } of rows) {
    const mail = await findCaptured(db.read, keyring, id);
    if (!mail) continue;
    const { to, createdAt } = mail;
    const { weekday, time } = DELIVERY_SLOT;
    const slotOn = REPRESENTATIVE.test(to) ? lastWeeklySlot(createdAt, weekday, time) : undefined;
    kept.push({ to, rowId: undefined, slotOn });
  }
  return kept;
}

/** Every mail that a mail server took, read by its Message-ID. */
export async function listTaken({ db }: Site, mails: readonly TakenMail[]): Promise<WentMail[]> {
  const { deliveries } = db.tables;
  const rows = await db.read.select({ id: deliveries.id, slotOn: deliveries.slotOn }).from(deliveries);
  const slots = new Map(rows.map(({ id, slotOn }) => [id, slotOn]));
  return mails.map(({ to: [to = ""], email }) => {
    const [, rowId = ""] = /^<(?:mail|delivery)-([\w-]+)@/.exec(email.messageId ?? "") ?? [];
    return { to, rowId, slotOn: REPRESENTATIVE.test(to) ? (slots.get(rowId) ?? "unknown") : undefined };
  });
}

/** Messages that went to one representative twice in a slot, or twice for one delivery; none, at any time. */
export function findRepeats(went: readonly WentMail[]): string[] {
  const toRepresentatives = went.filter(({ slotOn }) => slotOn !== undefined);
  return [
    ...twice(toRepresentatives.map(({ to, slotOn }) => `${to} in the slot of ${slotOn}`)),
    ...twice(toRepresentatives.flatMap(({ rowId }) => (rowId ? [`delivery ${rowId}`] : []))),
  ];
}

/** What should have gone and has not, or the other way round, once the site has come to rest. */
export async function findLosses(
  { db }: Site,
  people: readonly Person[],
  went: readonly WentMail[],
): Promise<string[]> {
  const { outbox, deliveries } = db.tables;
  const reached = new Set(went.map(({ to }) => to));
  const lost = people.filter(({ sign, email }) => sign === "done" && !reached.has(email));
  const mails = await db.read.select({ id: outbox.id, state: outbox.state }).from(outbox);
  const messages = await db.read.select({ id: deliveries.id, state: deliveries.state }).from(deliveries);
  return [
    ...lost.map(({ email }) => `no mail ever went to ${email}`),
    // Gone, but not noted before the kill; and then the person confirmed, so that it was not called for again.
    ...misfits(
      mails,
      ["sent", "skipped"],
      went.filter(({ slotOn }) => slotOn === undefined),
    ),
    ...misfits(
      messages,
      ["sent", "uncertain"],
      went.filter(({ slotOn }) => slotOn !== undefined),
    ),
  ];
}

/** How many rows are still on their way. */
export async function countUnsettled({ db }: Site): Promise<number> {
  const { outbox, deliveries } = db.tables;
  const isMailOpen = inArray(outbox.state, ["queued", "sending"]);
  const isDeliveryOpen = inArray(deliveries.state, ["planned", "sending"]);
  const mails = await db.read.select({ id: outbox.id }).from(outbox).where(isMailOpen);
  const messages = await db.read.select({ id: deliveries.id }).from(deliveries).where(isDeliveryOpen);
  return mails.length + messages.length;
}

/**
 * Every row that is `sent` has gone, and nothing has gone but what is in one of `possible`. Mails that do not name
 * their row come from the mailbox, which is written in the transaction that makes the row `sent`.
 */
function misfits(
  rows: readonly { id: string; state: string }[],
  possible: readonly string[],
  went: readonly WentMail[],
): string[] {
  const sent = rows.filter(({ state }) => state === "sent");
  const ids = went.flatMap(({ rowId }) => rowId ?? []);
  if (ids.length < went.length)
    return sent.length === went.length ? [] : [`${went.length} mails went and ${sent.length} rows are sent`];
  const gone = new Set(ids);
  const known = new Set(rows.filter(({ state }) => possible.includes(state)).map(({ id }) => id));
  return [
    ...sent.filter(({ id }) => !gone.has(id)).map(({ id }) => `${id} is sent and never went`),
    ...[...gone].filter((id) => !known.has(id)).map((id) => `${id} went, and its row says that it did not`),
  ];
}

function twice(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const isRepeat = seen.has(name);
    seen.add(name);
    return isRepeat;
  });
}
