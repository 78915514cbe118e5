/**
 * Takes in one message from a mail server: `npm run --silent receive-mail -- d-…@REPLY_DOMAIN < message`. Without
 * the address, the newest Delivered-To or X-Original-To says it. Ends with the codes that mail servers know.
 */
import { makeKeyring } from "#app/domain/privacy/keyring.server.ts";
import { findClockOffset } from "#app/domain/time/clock-offset.server.ts";
import { readSettings, SettingsError } from "#app/env.server.ts";
import { describeFault, makeLog } from "#app/http/log.server.ts";
import { isReplyAddress, type ReceiveContext, receiveMail } from "#app/jobs/receive-mail.server.ts";
import { RECEIVED_KILOBYTES } from "#app/policy-forwarding.ts";
import { openDatabase } from "../client.server.ts";

/** What mail servers are told by the end of a command. Source: sysexits.h. */
const CODES = { taken: 0, misused: 64, noSuchUser: 67, tryLater: 75 } as const;
const LONGEST = RECEIVED_KILOBYTES * 1024;

try {
  process.exitCode = await takeIn(process.argv.slice(2));
} catch (fault) {
  const words = fault instanceof SettingsError ? fault.message : JSON.stringify(describeFault(fault));
  process.stderr.write(`Not taken now, try again later: ${words}\n`);
  process.exitCode = CODES.tryLater;
}

async function takeIn(args: readonly string[]): Promise<number> {
  const settings = readSettings();
  if (settings.replyDomain === undefined) {
    process.stderr.write("REPLY_DOMAIN is not set: no message is for us.\n");
    return CODES.noSuchUser;
  }
  const raw = await readAll();
  const to = args[0] ?? recipientIn(raw, settings.replyDomain);
  if (raw.length === 0 || to === undefined) {
    process.stderr.write("Give the message on stdin, and the address it is for.\n");
    return raw.length === 0 ? CODES.misused : CODES.noSuchUser;
  }
  const db = openDatabase(settings.databaseUrl);
  try {
    const offset = settings.isProduction ? 0 : await findClockOffset(db);
    const context: ReceiveContext = {
      ...{ db, settings, keyring: makeKeyring(settings.appSecrets, settings.hashSecret) },
      clock: { offset, now: () => Date.now() + offset },
      log: makeLog("silent"),
      // The mails that this queues are sent by the running program, which looks for them by itself.
      wake() {},
    };
    const outcome = await receiveMail(context, raw, { to });
    if (outcome !== "unknown_recipient") return CODES.taken;
    process.stderr.write("Nobody is written to at this address.\n");
    return CODES.noSuchUser;
  } finally {
    await db.close();
  }
}

/** The whole message, of a long one its beginning; the rest is read and forgotten, so that its sender can finish. */
async function readAll(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    if (size <= LONGEST) chunks.push(Buffer.from(chunk));
    size += chunk.length;
  }
  return Buffer.concat(chunks);
}

/** As the mail server wrote it at the top of the message; nothing that a sender wrote further down counts. */
function recipientIn(raw: Buffer, replyDomain: string): string | undefined {
  const text = raw.subarray(0, LONGEST).toString("latin1");
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const found = text.slice(0, end).matchAll(/^(?:Delivered-To|X-Original-To):[ \t]*(\S+)[ \t]*$/gim);
  return [...found].map(([, address = ""]) => address).find((one) => isReplyAddress(one, replyDomain));
}
