import { asc, desc, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { z } from "zod";
import type { Reader, Tx, WriteBuilders } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { everyColumn, type Given, statement } from "#db/statement.ts";
import type { Keyring } from "../domain/privacy/keyring.server.ts";

/** How many captured mails can be looked at. */
const SHOWN = 200;

const Captured = z.object({ to: z.string(), subject: z.string(), text: z.string(), html: z.string() });
/** A mail that stayed with us. */
export type Captured = z.infer<typeof Captured>;

/** Puts a mail into the mailbox; runs in the transaction that marks its row sent, so that it is there once. `position` orders mails of one moment. */
export async function putInMailbox(
  tx: Tx,
  keyring: Keyring,
  mail: Captured,
  now: number,
  position?: number,
): Promise<void> {
  const id = v7({ msecs: now, seq: position });
  const { to, subject, text, html } = mail;
  const content = keyring.seal(
    { table: "mailbox", column: "content", rowId: id },
    JSON.stringify({ to, subject, text, html }),
  );
  await tx.run(insertCaptured, { id, content, createdAt: now });
}

type MailboxRow = Tables["mailbox"]["$inferSelect"];
const insertCaptured = statement("insert_captured", (db: WriteBuilders, _given: Given<MailboxRow>) =>
  db.insert(db.tables.mailbox).values(everyColumn(db.tables.mailbox)),
);

/** The newest captured mails, newest first, at most 200. */
export async function listMailbox(
  read: Reader,
  keyring: Keyring,
): Promise<(Captured & { id: string; createdAt: number })[]> {
  const { mailbox } = read.tables;
  const rows = await read
    .select()
    .from(mailbox)
    .orderBy(desc(mailbox.createdAt), desc(mailbox.id))
    .limit(SHOWN);
  return rows.map((row) => openCaptured(keyring, row));
}

/** One captured mail, if it is there. */
export async function findCaptured(
  read: Reader,
  keyring: Keyring,
  id: string,
): Promise<(Captured & { id: string; createdAt: number }) | undefined> {
  const { mailbox } = read.tables;
  const [row] = await read.select().from(mailbox).where(eq(mailbox.id, id)).orderBy(asc(mailbox.id));
  return row && openCaptured(keyring, row);
}

function openCaptured(keyring: Keyring, row: { id: string; content: string; createdAt: number }) {
  const opened = keyring.open({ table: "mailbox", column: "content", rowId: row.id }, row.content);
  return { id: row.id, ...Captured.parse(JSON.parse(opened)), createdAt: row.createdAt };
}
