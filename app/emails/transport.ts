import { z } from "zod";
import type { Urgency } from "./request-pace.ts";

/**
 * One mail to one address, addressed and rendered. Header values are single lines, so that nothing somebody typed
 * can add a header.
 */
export const OutgoingMail = z.object({
  from: headerLine(),
  to: headerLine(),
  replyTo: headerLine().optional(),
  /** Where reports of failure go, if not to `from`: a bare address. Only SMTP lets us say it. */
  returnPath: z
    .string()
    .regex(/^[^\s<>@]+@[^\s<>@]+$/, "must be an address")
    .optional(),
  subject: headerLine(),
  text: z.string().min(1),
  html: z.string().min(1),
  /** With its angle brackets: `<id@domain>`. */
  messageId: z.string().regex(/^<[^<>\s@]+@[^<>\s@]+>$/, "must be <id@domain>"),
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/, "must be a header's name"), headerLine()).optional(),
  /** Come back in the provider's events, where it has any: letters, digits, `_` and `-`. */
  tags: z.record(tagText(), tagText()).optional(),
});
/** A mail that passes the checks of `OutgoingMail`. */
export type OutgoingMail = z.infer<typeof OutgoingMail>;

/** The other side surely took nothing, so it may go again; `permanent` when the same would be refused again. */
export interface Refusal {
  kind: "refused";
  permanent: boolean;
  reason: string;
  retryAfterMs?: number;
}

/** What became of one mail of a request that was answered. */
export type MailOutcome = { kind: "accepted"; providerId: string } | Refusal;

/**
 * What became of one attempt. `answered`: for each mail of the request, in its order. `refused`: the whole of it.
 * `unknown`: it may or may not have been taken. A reason is for the ledger and the log: codes and words of ours,
 * never an address or an answer's text.
 */
export type SendOutcome =
  | { kind: "answered"; mails: MailOutcome[] }
  | Refusal
  | { kind: "unknown"; reason: string };

/**
 * A way out for mail. What `serializeRequest` makes of one or more mails is stored before the first byte leaves;
 * `send` takes exactly that, any number of times. `repeatable`: the provider takes a repeated request once, so an
 * `unknown` one may be sent again unchanged within 23 hours of the first attempt.
 */
export type SendingTransport = {
  kind: "resend" | "smtp";
  repeatable: boolean;
  /** Mails in one request, at most. */
  mailsPerRequest: number;
  /** Requests that can be under way at once. */
  requestsAtOnce: number;
  /** @throws Error when the mail is not one that may leave; names the field, not its value */
  serializeMail(mail: OutgoingMail): string;
  /** Puts serialized mails into one request; the key is its own, the same for every attempt. */
  serializeRequest(mails: readonly string[], idempotencyKey: string): string;
  /** Never throws for what the other side or the network does. */
  send(serialized: string, urgency: Urgency): Promise<SendOutcome>;
  /** Ends idle connections; sends already begun finish. */
  close(): void;
};

/** Mail stays with us: whoever marks the row sent writes the mailbox in the same transaction; nothing is sent. */
export type MailboxTransport = { kind: "mailbox" };

/** How a site's mail leaves, or that it stays. */
export type MailTransport = SendingTransport | MailboxTransport;

/** Checks a mail before it is stored or sent. @throws Error that names the fields at fault, never a value */
export function checkedMail(mail: unknown): OutgoingMail {
  const parsed = OutgoingMail.safeParse(mail);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${String(path[0] ?? "mail")} ${message}`);
  throw new Error(`this mail may not be sent: ${faults.join("; ")}`);
}

/** Marks mail as sent by a program, so that well-made autoresponders keep quiet. Source: RFC 3834. */
export const AUTOMATIC_HEADERS = { "Auto-Submitted": "auto-generated" } as const;

function headerLine() {
  return z.string().regex(/^[^\p{Cc}\p{Zl}\p{Zp}]+$/u, "must be one line without control characters");
}

function tagText() {
  return z.string().regex(/^[A-Za-z0-9_-]{1,256}$/, "must be letters, digits, _ or -");
}
