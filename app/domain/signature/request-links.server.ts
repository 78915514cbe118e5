import { and, eq, inArray } from "drizzle-orm";
import { v7 } from "uuid";
import { MAILS_PER_ADDRESS_PER_DAY } from "#app/policy.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { hashAddress } from "./person.server.ts";

/**
 * Mails the manage links of everything an address has signed, each to the address stored with its signature.
 * Does the same work and returns nothing whether or not it has signed, so that nobody can learn it here.
 */
export async function requestLinks(site: Site, email: string, now: number): Promise<void> {
  await site.db.transaction("request links", async (tx) => {
    const { linkRequests, signatures } = tx.tables;
    const addressHash = hashAddress(site.keyring, email);
    const daily = { key: `mail day ${addressHash}`, windowMs: DAY, limit: MAILS_PER_ADDRESS_PER_DAY };
    if (!(await takeAllowance(tx, daily, now))) return;
    const signed = await tx
      .select({ id: signatures.id })
      .from(signatures)
      .where(and(eq(signatures.addressHash, addressHash), inArray(signatures.state, ["pending", "confirmed"])))
      .limit(1);
    const id = v7({ msecs: now });
    await tx.insert(linkRequests).values({ id, addressHash, createdAt: now });
    if (signed.length > 0) await queueMail(tx, site, { template: "manage-links", rowId: id }, now);
  });
}
