import { Resend } from "resend";
import { z } from "zod";
import { MAILS_PER_REQUEST } from "#app/policy.ts";
import { type RequestPace, requestPace } from "./request-pace.ts";
import {
  AUTOMATIC_HEADERS,
  checkedMail,
  type MailOutcome,
  type OutgoingMail,
  type SendingTransport,
  type SendOutcome,
} from "./transport.ts";

/**
 * `timeoutMs` is how long one attempt may take; `baseUrl` is another server that speaks Resend's API; `pace` is shared
 * by whatever sends from this process.
 */
export type ResendSettings = { apiKey: string; baseUrl?: string; timeoutMs: number; pace?: RequestPace };

/**
 * Sends through Resend, up to a hundred mails a request, under its idempotency key: within 24 hours Resend answers a
 * repeated request as it answered the first, so an `unknown` one may be sent again unchanged. A mail that Resend
 * does not take leaves the others of its request as they are.
 *
 * Opens and clicks must not be followed: that is a setting of the sending domain in the Resend account ("open
 * tracking" and "click tracking" off), no request can turn it off. `RESEND_DEBUG`, which the SDK reads itself,
 * must stay unset: it prints the provider's answers.
 */
export function resendTransport(settings: ResendSettings): SendingTransport {
  const { apiKey, baseUrl = RESEND_API, timeoutMs, pace = requestPace() } = settings;
  const resend = new Resend(apiKey, { baseUrl });
  return {
    kind: "resend",
    repeatable: true,
    mailsPerRequest: MAILS_PER_REQUEST,
    // While some are on their way, the next are written: an answer for a hundred mails may take a while.
    requestsAtOnce: 4,
    serializeMail,
    serializeRequest(mails, idempotencyKey) {
      // Mails are JSON already.
      const head = JSON.stringify({ idempotencyKey, mailCount: mails.length });
      return `${head}\n[${mails.join(",")}]`;
    },
    async send(serialized, urgency) {
      const { idempotencyKey, mailCount, body } = storedRequest(serialized);
      await pace.turn(urgency);
      // What was stored leaves byte for byte, each time: given as `body`, the SDK does not write it anew.
      const request = {
        body: Buffer.from(body),
        idempotencyKey,
        headers: { "x-batch-validation": "permissive" },
        signal: AbortSignal.timeout(timeoutMs),
      };
      const answer = await resend.post<unknown>("/emails/batch", undefined, request);
      pace.heed(answer.headers);
      if (!answer.error) return outcomeOfAnswer(answer.data, mailCount);
      const outcome = outcomeOfError(answer.error, answer.headers);
      if (isTooFast(answer.error)) pace.hold(holdFor(outcome));
      return outcome;
    },
    close() {},
  };
}

const RESEND_API = "https://api.resend.com";
/** What a provider that has had too much gets by way of rest, where it does not say how long. */
const SHORT_REST_MS = 1000;
/** A longer rest is a quota's, and no reason to keep other mail waiting in memory. */
const LONGEST_REST_MS = 10_000;

const Head = z.object({ idempotencyKey: z.string(), mailCount: z.number() });
/** One object, as requests were stored once: JSON keeps the order of keys, and so the bytes. */
const WholeRequest = z.object({ idempotencyKey: z.string(), body: z.array(z.unknown()) });
const Answer = z.object({
  data: z.array(z.object({ id: z.string().min(1) })),
  errors: z.array(z.object({ index: z.number().int().nonnegative() })).optional(),
});
const Fault = z.object({ statusCode: z.number().int(), name: z.string().optional() });

function storedRequest(serialized: string): z.infer<typeof Head> & { body: string } {
  const end = serialized.indexOf("\n");
  if (end >= 0)
    return { ...Head.parse(JSON.parse(serialized.slice(0, end))), body: serialized.slice(end + 1) };
  const { idempotencyKey, body } = WholeRequest.parse(JSON.parse(serialized));
  return { idempotencyKey, mailCount: body.length, body: JSON.stringify(body) };
}

function serializeMail(mail: OutgoingMail): string {
  const { from, to, replyTo, subject, text, html, messageId, headers, tags } = checkedMail(mail);
  return JSON.stringify({
    from,
    to,
    ...(replyTo === undefined ? {} : { reply_to: replyTo }),
    subject,
    text,
    html,
    headers: { "Message-ID": messageId, ...AUTOMATIC_HEADERS, ...headers },
    ...(tags === undefined ? {} : { tags: Object.entries(tags).map(([name, value]) => ({ name, value })) }),
  });
}

/** Ids come in the order of the mails that were taken, which are those without an error. */
function outcomeOfAnswer(answer: unknown, mailCount: number): SendOutcome {
  const parsed = Answer.safeParse(answer);
  if (!parsed.success) return { kind: "unknown", reason: "Resend answered without ids" };
  const { data, errors = [] } = parsed.data;
  const refused = new Set(errors.map(({ index }) => index));
  if (data.length + refused.size !== mailCount || [...refused].some((index) => index >= mailCount))
    return { kind: "unknown", reason: "Resend answered for other mails than were sent" };
  const ids = data.map(({ id }) => id);
  const mails = Array.from({ length: mailCount }, (_, index): MailOutcome => {
    const providerId = refused.has(index) ? undefined : ids.shift();
    return providerId === undefined ? NOT_VALID : { kind: "accepted", providerId };
  });
  return { kind: "answered", mails };
}

const NOT_VALID = { kind: "refused", permanent: true, reason: "Resend answered validation_error" } as const;

function outcomeOfError(error: unknown, headers: Record<string, string> | null): SendOutcome {
  const refusal = Fault.safeParse(error);
  if (!refusal.success) return { kind: "unknown", reason: "no answer from Resend" };
  const { statusCode } = refusal.data;
  const name = /^[a-z_]{1,60}$/.test(refusal.data.name ?? "") ? refusal.data.name : undefined;
  const reason = `Resend answered ${statusCode}${name ? ` ${name}` : ""}`;
  // An earlier attempt under the same key is still being worked on: that one may yet be taken.
  if (name === "concurrent_idempotent_requests") return { kind: "unknown", reason };
  if (statusCode < 400 || statusCode >= 500 || statusCode === TIMED_OUT) return { kind: "unknown", reason };
  return {
    kind: "refused",
    permanent: PERMANENT_STATUSES.has(statusCode),
    reason,
    retryAfterMs: retryAfterMs(headers?.["retry-after"]),
  };
}

/** Somebody between us and Resend has stopped waiting. */
const TIMED_OUT = 408;

/** Refusals of the mail itself. Others (401, 403, 429 …) are of the account or the moment, and may pass. */
const PERMANENT_STATUSES = new Set([400, 404, 405, 409, 413, 415, 422]);

function isTooFast(error: unknown): boolean {
  const fault = Fault.safeParse(error);
  return fault.success && fault.data.statusCode === 429;
}

function holdFor(outcome: SendOutcome): number {
  const asked = outcome.kind === "refused" ? outcome.retryAfterMs : undefined;
  return Math.min(asked ?? SHORT_REST_MS, LONGEST_REST_MS);
}

function retryAfterMs(seconds: string | undefined): number | undefined {
  if (seconds === undefined || !/^\d{1,6}(\.\d+)?$/.test(seconds)) return undefined;
  return Math.ceil(Number(seconds) * 1000);
}
