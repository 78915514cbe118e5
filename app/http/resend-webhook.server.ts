import { Resend } from "resend";
import { takeInEvent } from "../domain/forwarding/take-in-event.server.ts";
import { isReplyAddress } from "../jobs/receive-mail.server.ts";
import type { RequestContext } from "./context.ts";
import { fateOf, ResendEvent } from "./resend-event.ts";

/** What reads one: with another length it would not fit where its id is kept. */
const EVENT_ID = /^[\x21-\x7e]{1,200}$/;

/**
 * Takes in what Resend reports: delivery events and mail that came in. 400 where the signature is not Resend's, or is
 * older than five minutes; 503 where we have no secret to check it by, so that Resend tries again once there is one;
 * else 200, also for events of messages that are not ours.
 */
export async function answerResend(context: RequestContext, request: Request): Promise<Response> {
  const { settings, log, clock } = context;
  const secret = settings.resendWebhookSecret;
  if (secret === undefined) {
    log.warn({}, "Resend reports something, but RESEND_WEBHOOK_SECRET is not set");
    return words(503, "RESEND_WEBHOOK_SECRET is not set here");
  }
  const id = headerOf(request, "id");
  const payload = verified(secret, request, id, await request.text());
  if (payload === undefined) {
    log.warn({}, "a report that claims to be Resend's has no valid signature");
    return words(400, "The signature is not valid");
  }
  const parsed = ResendEvent.safeParse(payload);
  if (!parsed.success) {
    log.warn({}, "Resend reports something that cannot be read");
    return words(200, "Not understood");
  }
  const { type, data, created_at } = parsed.data;
  const fate = fateOf(parsed.data);
  const isIncoming = type === "email.received" && isForUs(parsed.data, settings.replyDomain);
  if (!type.startsWith("email.") || (type === "email.received" && !isIncoming))
    return words(200, "Not for us");
  const happenedAt = Date.parse(created_at ?? "");
  const now = clock.now();
  const outcome = await takeInEvent(
    context,
    {
      ...{ id, kind: type, fate, isIncoming },
      happenedAt: Number.isNaN(happenedAt) ? now : happenedAt,
      deliveryId: data.tags?.delivery ?? "",
      mailId: data.tags?.mail ?? "",
      receiptId: data.tags?.update ?? "",
      providerId: data.email_id ?? "",
    },
    now,
  );
  if (outcome === "unknown") log.info({ kind: type }, "Resend reports on a message that is not ours");
  return words(200, outcome);
}

/** The event, where the signature over it is right and fresh. */
function verified(secret: string, request: Request, id: string, payload: string): unknown {
  if (!EVENT_ID.test(id)) return undefined;
  try {
    // The key is for asking Resend, which checking a signature does not.
    return new Resend("re_not_asked").webhooks.verify({
      payload,
      webhookSecret: secret,
      headers: { id, timestamp: headerOf(request, "timestamp"), signature: headerOf(request, "signature") },
    });
  } catch {
    return undefined;
  }
}

/** As Resend names them, and as the standard that it follows does. */
function headerOf({ headers }: Request, name: string): string {
  return headers.get(`svix-${name}`) ?? headers.get(`webhook-${name}`) ?? "";
}

/** Mail to any other address of the domain stays at Resend. */
function isForUs({ data }: ResendEvent, replyDomain: string | undefined): boolean {
  if (!data.email_id) return false;
  const addresses = [data.received_for, data.to, data.cc, data.bcc].flatMap((some) => some ?? []);
  return addresses.some((one) => isReplyAddress(one, replyDomain));
}

function words(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
