import { judgeMail } from "../domain/forwarding/judge-mail.ts";
import { receiveNewsReport } from "../domain/update/receive-news-report.server.ts";
import { readMail } from "./read-mail.ts";
import type { ReceiveContext } from "./receive-mail.server.ts";

/** Our Message-IDs that a message is asked for at most. */
const QUOTED = 5;

/** The token in the address that failures of news come back to, `n-<token>@REPLY_DOMAIN`; undefined for others. */
export function newsTokenOf(address: string, replyDomain: string | undefined): string | undefined {
  const [, token, domain] = /^[^<]{0,200}?<?n-([\w-]{22})@([^\s<>@]{1,253})>?\s*$/i.exec(address) ?? [];
  return domain !== undefined && domain.toLowerCase() === replyDomain?.toLowerCase() ? token : undefined;
}

/** Takes in a message that came back for the mail of an update. */
export async function receiveNewsMail(
  { db, keyring, clock }: ReceiveContext,
  raw: Uint8Array,
  token: string,
): Promise<
  Exclude<Awaited<ReturnType<typeof receiveNewsReport>>, "nobody"> | "unknown_recipient" | "unreadable"
> {
  const mail = await readMail(raw);
  if (!mail) return "unreadable";
  const found = Buffer.from(raw)
    .toString("latin1")
    .matchAll(/<update-([0-9a-f-]{36})@/gi);
  const receiptIds = new Set([...found].slice(0, 10 * QUOTED).map(([, id = ""]) => id.toLowerCase()));
  const report = { token, receiptIds: [...receiptIds].slice(0, QUOTED), judgement: judgeMail(mail) };
  const outcome = await receiveNewsReport({ db, keyring }, report, clock.now());
  return outcome === "nobody" ? "unknown_recipient" : outcome;
}
