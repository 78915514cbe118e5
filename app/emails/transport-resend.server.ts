import { Resend } from "resend";
import { z } from "zod";
import {
  AUTOMATIC_HEADERS,
  checkedMail,
  type OutgoingMail,
  type SendingTransport,
  type SendOutcome,
} from "./transport.ts";

/** `timeoutMs` is how long one attempt may take; `baseUrl` is another server that speaks Resend's API. */
export type ResendSettings = { apiKey: string; baseUrl?: string; timeoutMs: number };

/**
 * Sends through Resend, one mail a request, under its idempotency key: within 24 hours Resend answers a repeated
 * request as it answered the first, so an `unknown` one may be sent again unchanged.
 *
 * Opens and clicks must not be followed: that is a setting of the sending domain in the Resend account ("open
 * tracking" and "click tracking" off), no request can turn it off. `RESEND_DEBUG`, which the SDK reads itself,
 * must stay unset: it prints the provider's answers.
 */
export function resendTransport({ apiKey, baseUrl, timeoutMs }: ResendSettings): SendingTransport {
  const resend = new Resend(apiKey, { baseUrl: baseUrl ?? RESEND_API });
  return {
    kind: "resend",
    repeatable: true,
    serializeRequest,
    async send(serialized) {
      const { idempotencyKey, body } = StoredRequest.parse(JSON.parse(serialized));
      const answer = await resend.post<unknown>("/emails", body, {
        idempotencyKey,
        signal: AbortSignal.timeout(timeoutMs),
      });
      return answer.error ? outcomeOfError(answer.error, answer.headers) : outcomeOfAnswer(answer.data);
    },
    close() {},
  };
}

const RESEND_API = "https://api.resend.com";

// JSON keeps the order of a body's keys, so the body that was stored leaves byte for byte each time.
const StoredRequest = z.object({ idempotencyKey: z.string(), body: z.record(z.string(), z.unknown()) });
const Accepted = z.object({ id: z.string().min(1) });
const Refusal = z.object({ statusCode: z.number().int(), name: z.string().optional() });

function serializeRequest(mail: OutgoingMail): string {
  const { from, to, replyTo, subject, text, html, messageId, headers, tags, idempotencyKey } =
    checkedMail(mail);
  const body = {
    from,
    to,
    ...(replyTo === undefined ? {} : { reply_to: replyTo }),
    subject,
    text,
    html,
    headers: { "Message-ID": messageId, ...AUTOMATIC_HEADERS, ...headers },
    ...(tags === undefined ? {} : { tags: Object.entries(tags).map(([name, value]) => ({ name, value })) }),
  };
  return JSON.stringify({ idempotencyKey, body });
}

function outcomeOfAnswer(data: unknown): SendOutcome {
  const accepted = Accepted.safeParse(data);
  if (!accepted.success) return { kind: "unknown", reason: "Resend answered without an id" };
  return { kind: "accepted", providerId: accepted.data.id };
}

function outcomeOfError(error: unknown, headers: Record<string, string> | null): SendOutcome {
  const refusal = Refusal.safeParse(error);
  if (!refusal.success) return { kind: "unknown", reason: "no answer from Resend" };
  const { statusCode } = refusal.data;
  const name = /^[a-z_]{1,60}$/.test(refusal.data.name ?? "") ? refusal.data.name : undefined;
  const reason = `Resend answered ${statusCode}${name ? ` ${name}` : ""}`;
  // An earlier attempt under the same key is still being worked on: that one may yet be taken.
  if (name === "concurrent_idempotent_requests") return { kind: "unknown", reason };
  if (statusCode < 400 || statusCode >= 500) return { kind: "unknown", reason };
  return {
    kind: "refused",
    permanent: PERMANENT_STATUSES.has(statusCode),
    reason,
    retryAfterMs: retryAfterMs(headers?.["retry-after"]),
  };
}

/** Refusals of the mail itself. Others (401, 403, 429 …) are of the account or the moment, and may pass. */
const PERMANENT_STATUSES = new Set([400, 404, 405, 409, 413, 415, 422]);

function retryAfterMs(seconds: string | undefined): number | undefined {
  if (seconds === undefined || !/^\d{1,6}(\.\d+)?$/.test(seconds)) return undefined;
  return Math.ceil(Number(seconds) * 1000);
}
