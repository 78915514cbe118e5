import type { Tx } from "#db/database.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import type { AccountChange } from "./account-change.ts";

/** What was done to an account, and by whom: blank for a command. `detail` holds words of ours alone. */
export interface ChangeOf {
  accountId: string;
  change: AccountChange;
  detail: string;
  by: string;
}

/** Writes down that an account was changed, and mails its address, in the transaction that changes it. */
export async function recordChange(
  tx: Tx,
  site: Pick<Site, "wake">,
  { accountId, change, detail, by }: ChangeOf,
  now: number,
): Promise<void> {
  const entry = { accountId: by, action: change, subject: accountId, detail };
  const line = await appendAudit(tx, entry, now);
  await queueMail(tx, site, { template: "account-changed", rowId: String(line) }, now);
}
