import { setImmediate } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import type { WriteBuilders } from "#db/database.ts";
import { type Given, statement } from "#db/statement.ts";
import { mailTemplate } from "../domain/mail/mail-template.ts";
import type { OutgoingMail, SendingTransport } from "../emails/transport.ts";
import type { Row } from "./claim-mail.server.ts";
import { addressed } from "./outgoing.ts";
import { mailRenderer } from "./render-mail.server.ts";
import { changeAfter, settle } from "./settle-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Mails written before whoever has come to the site has their turn: some milliseconds of work. */
const RENDERED_AT_ONCE = 25;

/** A row with what is to be sent or kept for it. */
export interface ReadyMail<Made> {
  row: Row;
  mail: Made;
}

/**
 * What `make` makes of each row's rendered mail. Rows without a mail to send are left out and say so; so are those
 * whose mail cannot be made, which are tried later.
 */
export async function prepareMails<Made>(
  context: WorkerContext,
  rows: readonly Row[],
  make: (row: Row, mail: OutgoingMail) => Made,
): Promise<ReadyMail<Made>[]> {
  const render = mailRenderer(context, rows);
  const ready: ReadyMail<Made>[] = [];
  for (let from = 0; from < rows.length; from += RENDERED_AT_ONCE) {
    // Reading and writing on the embedded database gives nobody else a turn.
    await (context.breathe?.() ?? setImmediate());
    const made = rows
      .slice(from, from + RENDERED_AT_ONCE)
      .map((row) => prepare(context, row, render, (mail) => ({ row, mail: make(row, mail) })));
    for (const one of await Promise.all(made)) if (one) ready.push(one);
  }
  return ready;
}

/**
 * What of a request carries each row: made and kept before the first attempt, the same bytes at every later one, for
 * as long as the mail is still called for.
 */
export async function storedMails(
  context: WorkerContext,
  transport: SendingTransport,
  rows: readonly Row[],
): Promise<ReadyMail<string>[]> {
  const { db, keyring } = context;
  const ready = await prepareMails(context, rows, (row, rendered) =>
    row.request === "" ? transport.serializeMail(rendered) : keyring.open(requestOf(row), row.request),
  );
  const fresh = ready
    .filter(({ row }) => row.request === "")
    .map(({ row, mail }) => ({ id: row.id, request: keyring.seal(requestOf(row), mail) }));
  if (fresh.length === 0) return ready;
  const lost = await db.transaction("keep requests", async (tx) => {
    const gone = new Set<string>();
    for (const { id, request } of fresh) {
      const kept = await tx.run(keepRequest, { id, request });
      if (kept.length === 0) gone.add(id);
    }
    return gone;
  });
  return ready.filter(({ row }) => !lost.has(row.id));
}

const keepRequest = statement(
  "keep_request",
  (db: WriteBuilders, given: Given<{ id: string; request: string }>) => {
    const { outbox } = db.tables;
    return db
      .update(outbox)
      .set({ request: sql`${given("request")}` })
      .where(and(eq(outbox.id, given("id")), eq(outbox.state, "sending")))
      .returning({ id: outbox.id });
  },
);

function requestOf(row: Row): { table: string; column: string; rowId: string } {
  return { table: "outbox", column: "request", rowId: row.id };
}

/** What `make` makes of the rendered mail; undefined when there is none to send, which the row then says. */
async function prepare<Made>(
  context: WorkerContext,
  row: Row,
  render: ReturnType<typeof mailRenderer>,
  make: (mail: OutgoingMail) => Made,
): Promise<Made | undefined> {
  const { db, clock, settings, log } = context;
  try {
    const prepared = await render(mailTemplate(row.template), row.rowId);
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

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
