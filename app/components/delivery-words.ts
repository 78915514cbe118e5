import type { DeliveryState } from "#db/tables/forwarding.ts";

/** How a message to a representative stands, in a word or two. */
export const DELIVERY_WORDS: Record<DeliveryState, string> = {
  planned: "Waits to be sent",
  sending: "Being sent",
  sent: "Sent",
  delivered: "Arrived",
  bounced: "Came back",
  complained: "Marked as unwanted",
  failed: "Not sent",
  skipped: "Left out",
  superseded: "Replaced by a newer one",
  uncertain: "Perhaps sent",
};

/** What has come in by mail, by what it was. */
const INCOMING_WORDS: Record<string, string> = {
  "mail.reply": "Replies passed on to organisers",
  "mail.automatic": "Answering machines, dropped",
  "mail.unsubscribe": "Asked to hear no more",
  "mail.bounced": "Reports that a message came back",
  "mail.arrived": "Reports that a message arrived",
  "mail.complaint": "Complaints",
  "mail.too_many": "Replies over the daily limit, dropped",
};

/** What a kind of incoming mail is called; its own name where it is new. */
export function incomingWords(kind: string): string {
  return INCOMING_WORDS[kind] ?? kind;
}
