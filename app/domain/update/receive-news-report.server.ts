import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Judgement } from "../forwarding/judge-mail.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { findLinkedRow, linkTokens } from "../privacy/links.server.ts";
import { hashAddress } from "../signature/person.server.ts";
import { stopMail } from "../signature/stop-mail.server.ts";
import type { Site } from "../site.ts";
import { settleReceipt } from "./settle-receipt.server.ts";

/** A message that came back for the mail of an update. */
export interface NewsReport {
  /** That of the address it was sent to, which is that of the reader's link to stop the news. */
  token: string;
  /** The receipts that it quotes the Message-IDs of. */
  receiptIds: readonly string[];
  judgement: Judgement;
}

/**
 * Takes in a message that came back for the mail of an update: a report of failure for good, a complaint, and a mail
 * program's unsubscribing end the news to that reader; everything else is dropped. Safe to repeat.
 */
export async function receiveNewsReport(
  site: Pick<Site, "db" | "keyring">,
  report: NewsReport,
  now: number,
): Promise<"fate_settled" | "complaint_settled" | "news_stopped" | "automatic_dropped" | "nobody"> {
  const { judgement } = report;
  return site.db.transaction("receive news report", async (tx) => {
    const found = await findReader(tx, site.keyring, report);
    if (!found) return "nobody";
    const { signatureId, receiptId } = found;
    switch (judgement.kind) {
      case "bounced": {
        const isPermanent =
          judgement.isCondemned && (await isAddressOf(tx, site.keyring, signatureId, judgement.failed));
        const fate = { kind: "bounced", isPermanent, reason: judgement.status } as const;
        if (receiptId !== undefined) await settleReceipt(tx, receiptId, fate, now);
        else if (isPermanent) await stopMail(tx, signatureId);
        return "fate_settled";
      }
      case "complaint":
        if (receiptId !== undefined)
          await settleReceipt(tx, receiptId, { kind: "complained", isPermanent: false, reason: "" }, now);
        else await stopMail(tx, signatureId);
        return "complaint_settled";
      case "unsubscribe": {
        const { signatures } = tx.tables;
        await tx.update(signatures).set({ updates: false }).where(eq(signatures.id, signatureId));
        return "news_stopped";
      }
      case "arrived":
      case "automatic":
      case "reply":
        return "automatic_dropped";
    }
  });
}

/** By the token; where a system has written it in lower case, by what is quoted. */
async function findReader(
  tx: Tx,
  keyring: Keyring,
  { token, receiptIds }: NewsReport,
): Promise<{ signatureId: string; receiptId?: string } | undefined> {
  const { updateReceipts } = tx.tables;
  const linked = await findLinkedRow(tx, token, ["unsubscribe"]);
  const quoted =
    receiptIds.length === 0
      ? []
      : await tx
          .select({ id: updateReceipts.id, signatureId: updateReceipts.signatureId })
          .from(updateReceipts)
          .where(
            and(
              inArray(updateReceipts.id, [...receiptIds]),
              linked === undefined ? undefined : eq(updateReceipts.signatureId, linked),
            ),
          );
  for (const { id, signatureId } of quoted) {
    const { unsubscribe } = await linkTokens(tx, keyring, signatureId);
    if (unsubscribe?.toLowerCase() === token.toLowerCase()) return { signatureId, receiptId: id };
  }
  return linked === undefined ? undefined : { signatureId: linked };
}

/** A report that names only other addresses, those that a reader's mail is passed on to, says nothing of their own. */
async function isAddressOf(
  tx: Tx,
  keyring: Keyring,
  signatureId: string,
  failed: readonly string[],
): Promise<boolean> {
  if (failed.length === 0) return true;
  const { signatures } = tx.tables;
  const [signed] = await tx
    .select({ addressHash: signatures.addressHash })
    .from(signatures)
    .where(eq(signatures.id, signatureId));
  return failed.some((address) => hashAddress(keyring, address) === signed?.addressHash);
}
