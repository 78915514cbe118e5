import type { Tables } from "#db/schema.ts";
import type { BatchKind } from "#db/tables/forwarding.ts";

/** The rows of what requests carry: messages to representatives, or the receipts of news. They settle alike. */
export function batchRows(tables: Tables, kind: BatchKind): Tables["deliveries"] | Tables["updateReceipts"] {
  return kind === "delivery" ? tables.deliveries : tables.updateReceipts;
}

/** How logs speak of them. */
export const ROW_WORDS: Record<BatchKind, string> = { delivery: "deliveries", update: "mails of updates" };

/** A row that is `sending`, and the mail of it, which may not leave before its request is sealed. */
export interface Begun {
  id: string;
  mail: string;
}
