import { and, asc, eq, gt } from "drizzle-orm";
import { findCaptured } from "#app/jobs/mailbox.server.ts";
import type { Stage } from "./stage.ts";

/** The confirmation mails that the mailbox holds, beside those of which the site says that they went. */
export interface MailCount {
  /** Of the mailbox. */
  mails: number;
  /** Mails beyond one for each that went: somebody had theirs twice. */
  repeated: number;
  /** Of which the site says that they went, and they are not there. */
  missing: number;
}

const AT_ONCE = 50;

/** Compares every mail in the mailbox with the row it was sent for, by the link in it. */
export async function countMails(stage: Stage): Promise<MailCount> {
  const went = await sentByToken(stage);
  let mails = 0;
  for await (const text of mailboxTexts(stage)) {
    const token = /\/confirm\/([\w-]+)/.exec(text)?.[1];
    if (token === undefined) continue;
    mails += 1;
    went.set(token, (went.get(token) ?? 0) - 1);
  }
  const left = [...went.values()];
  return {
    mails,
    repeated: left.reduce((sum, one) => sum + Math.max(0, -one), 0),
    missing: left.reduce((sum, one) => sum + Math.max(0, one), 0),
  };
}

/** How many mails with each link are marked as sent. */
async function sentByToken({ db, keyring }: Stage): Promise<Map<string, number>> {
  const { outbox } = db.tables;
  const rows = await db.read
    .select({ rowId: outbox.rowId })
    .from(outbox)
    .where(and(eq(outbox.template, "confirm-signature"), eq(outbox.state, "sent")));
  const went = new Map<string, number>();
  for (const { rowId } of rows) {
    const token = keyring.token("confirm", rowId, 1);
    went.set(token, (went.get(token) ?? 0) + 1);
  }
  return went;
}

async function* mailboxTexts({ db, keyring }: Stage): AsyncGenerator<string> {
  const { mailbox } = db.tables;
  let after = "";
  for (;;) {
    const rows = await db.read
      .select({ id: mailbox.id })
      .from(mailbox)
      .where(gt(mailbox.id, after))
      .orderBy(asc(mailbox.id))
      .limit(AT_ONCE);
    const found = await Promise.all(rows.map(({ id }) => findCaptured(db.read, keyring, id)));
    for (const mail of found) if (mail) yield mail.text;
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}
