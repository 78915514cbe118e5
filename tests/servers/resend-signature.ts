import { createHmac, randomUUID } from "node:crypto";

/** A secret as Resend gives one out; invented. */
export const WEBHOOK_SECRET = `whsec_${Buffer.from("a secret of the tests, no other").toString("base64")}`;

/** What a webhook carries besides its body. */
export interface SignedEvent {
  body: string;
  headers: Record<string, string>;
}

/** Signs an event as Resend does: HMAC-SHA256 over id, seconds and body. Source: Standard Webhooks. */
export function signedEvent(
  event: unknown,
  options: { id?: string; at?: number; secret?: string } = {},
): SignedEvent {
  const { id = `msg_${randomUUID()}`, at = Date.now(), secret = WEBHOOK_SECRET } = options;
  const body = JSON.stringify(event);
  const seconds = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return {
    body,
    headers: {
      "Content-Type": "application/json",
      "svix-id": id,
      "svix-timestamp": seconds,
      "svix-signature": `v1,${signature}`,
    },
  };
}
