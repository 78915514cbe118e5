import { MAILS_PER_ADDRESS_PER_DAY } from "#app/policy.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { hashAddress } from "./person.server.ts";
import { listOwnSignatures } from "./queries.server.ts";

/**
 * Mails the manage links of everything an address has signed: one mail to each spelling of it that is stored,
 * about the signatures stored with that spelling. Returns nothing, whether or not it has signed.
 */
export async function requestLinks(site: Site, email: string, now: number): Promise<void> {
  await site.db.transaction("request links", async (tx) => {
    const addressHash = hashAddress(site.keyring, email);
    const daily = { key: `mail day ${addressHash}`, windowMs: DAY, limit: MAILS_PER_ADDRESS_PER_DAY };
    if (!(await takeAllowance(tx, daily, now))) return;
    const spellings = new Map<string, string>();
    for (const own of await listOwnSignatures(tx, site.keyring, addressHash))
      spellings.set(own.email.toLowerCase(), own.id);
    for (const rowId of spellings.values()) await queueMail(tx, site, { template: "manage-links", rowId }, now);
  });
}
