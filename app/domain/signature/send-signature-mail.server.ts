import { and, eq, isNull, lt, lte, or, sql } from "drizzle-orm";
import {
  CONFIRM_LINK_DAYS,
  MAIL_COOL_DOWN_MINUTES,
  MAILS_PER_SIGNATURE,
  REMINDER_HOURS,
  SIGNATURES_PER_ADDRESS,
  SUSPECT_DAYS,
} from "#app/policy.ts";
import type { ReadBuilders, Tx, WriteBuilders } from "#db/database.ts";
import { type Given, statement } from "#db/statement.ts";
import type { MailTemplate } from "../mail/mail-template.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import type { Site } from "../site.ts";
import { DAY, HOUR, MINUTE } from "../time/durations.ts";
import { takeMailAllowance } from "./limits.server.ts";
import { refusesMail } from "./queries.server.ts";

type Pending = {
  id: string;
  campaignId: string;
  addressHash: string;
  nameHash: string;
  postcodeHash: string;
  mailCount: number;
};

/**
 * Queues the mail that answers one pending submission, within the limits: so many a row with a pause between
 * them, so many a day to one address. Which mail goes is decided by who holds the address's slots at this moment;
 * only the first with a confirm link is followed by a reminder. A new row whose address has had its mails for the
 * day is held as suspect. An address that said "not me" gets nothing.
 */
export async function sendSignatureMail(
  tx: Tx,
  site: Pick<Site, "wake">,
  { campaignId, typedHash }: { campaignId: string; typedHash: string },
  now: number,
): Promise<void> {
  const coolSince = now - MAIL_COOL_DOWN_MINUTES * MINUTE;
  const [pending] = await tx.run(findToMail, { campaignId, typedHash, coolSince });
  if (!pending || (await refusesMail(tx, pending, now))) return;
  const template = await chooseTemplate(tx, pending);
  await mailPending(tx, site, pending, template, now);
}

type ToMail = { campaignId: string; typedHash: string; coolSince: number };
const findToMail = statement("find_to_mail", (db: ReadBuilders, given: Given<ToMail>) => {
  const { signatures } = db.tables;
  const { id, campaignId, addressHash, nameHash, postcodeHash, mailCount, lastMailAt } = signatures;
  return db
    .select({ id, campaignId, addressHash, nameHash, postcodeHash, mailCount })
    .from(signatures)
    .where(
      and(
        eq(campaignId, given("campaignId")),
        eq(signatures.typedHash, given("typedHash")),
        // Written out, so that the plan may use the index of those that are pending.
        sql`${signatures.state} = 'pending'`,
        lt(mailCount, MAILS_PER_SIGNATURE),
        or(isNull(lastMailAt), lte(lastMailAt, given("coolSince"))),
      ),
    );
});

/** The one reminder of a pending row, if its confirm link would still be of use; otherwise it is struck off. */
export async function sendReminder(
  tx: Tx,
  site: Pick<Site, "wake">,
  pending: Pending,
  now: number,
): Promise<void> {
  const { signatures } = tx.tables;
  const mayGo = pending.mailCount < MAILS_PER_SIGNATURE && !(await refusesMail(tx, pending, now));
  if (mayGo && carriesLink(await chooseTemplate(tx, pending)))
    await mailPending(tx, site, pending, "remind-signature", now);
  await tx.update(signatures).set({ remindAt: null }).where(eq(signatures.id, pending.id));
}

function carriesLink(template: MailTemplate): boolean {
  return template === "confirm-signature" || template === "confirm-again";
}

async function mailPending(
  tx: Tx,
  site: Pick<Site, "wake">,
  pending: Pending,
  template: MailTemplate,
  now: number,
): Promise<void> {
  const { signatures } = tx.tables;
  if (!(await takeMailAllowance(tx, pending.addressHash, now))) {
    if (pending.mailCount > 0) return;
    await tx
      .update(signatures)
      .set({ state: "suspect", heldReason: "address_limit", expiresAt: now + SUSPECT_DAYS * DAY })
      .where(and(eq(signatures.id, pending.id), eq(signatures.state, "pending")));
    return;
  }
  const isFirst = template === "confirm-signature";
  const { id, mailCount } = pending;
  const times = { now, expiresAt: now + CONFIRM_LINK_DAYS * DAY };
  const remindAt = isFirst ? now + REMINDER_HOURS * HOUR : null;
  const counted = await tx.run(countMail, { id, mailCount, ...times, remindAt });
  if (counted.length > 0) await queueMail(tx, site, { template, rowId: id }, now);
}

type Mailed = { id: string; mailCount: number; now: number; expiresAt: number; remindAt: number | null };
const countMail = statement("count_mail", (db: WriteBuilders, given: Given<Mailed>) => {
  const { signatures } = db.tables;
  return db
    .update(signatures)
    .set({
      mailCount: sql`${signatures.mailCount} + 1`,
      lastMailAt: sql`${given("now")}`,
      expiresAt: sql`${given("expiresAt")}`,
      // A mail that is not the first leaves its reminder as it is.
      remindAt: sql`coalesce(${given("remindAt")}, ${signatures.remindAt})`,
    })
    .where(
      and(
        eq(signatures.id, given("id")),
        eq(signatures.state, "pending"),
        eq(signatures.mailCount, given("mailCount")),
      ),
    )
    .returning({ id: signatures.id });
});

async function chooseTemplate(tx: Tx, pending: Pending): Promise<MailTemplate> {
  const { campaignId, addressHash } = pending;
  const holders = await tx.run(listHolders, { campaignId, addressHash });
  if (holders.some((holder) => holder.nameHash === pending.nameHash)) return "already-signed";
  if (holders.length >= SIGNATURES_PER_ADDRESS) return "address-full";
  if (holders.some((holder) => holder.postcodeHash !== pending.postcodeHash)) return "already-signed";
  return pending.mailCount === 0 ? "confirm-signature" : "confirm-again";
}

type Holding = { campaignId: string; addressHash: string };
const listHolders = statement("list_holders", (db: ReadBuilders, given: Given<Holding>) => {
  const { signatureSlots } = db.tables;
  const { campaignId, addressHash, nameHash, postcodeHash } = signatureSlots;
  return db
    .select({ nameHash, postcodeHash })
    .from(signatureSlots)
    .where(and(eq(campaignId, given("campaignId")), eq(addressHash, given("addressHash"))));
});
