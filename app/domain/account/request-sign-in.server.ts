import { v7 } from "uuid";
import {
  MAILS_PER_ADDRESS_PER_DAY,
  SIGN_IN_LINK_MINUTES,
  SIGN_INS_PER_CLIENT_PER_HOUR,
  SIGN_INS_PER_NETWORK_PER_HOUR,
} from "#app/policy.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { takeHourly } from "../moderation/report-limits.server.ts";
import { makeLinks } from "../privacy/links.server.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import { hashAddress } from "../signature/person.server.ts";
import type { Site } from "../site.ts";
import { DAY, MINUTE } from "../time/durations.ts";
import { ensureAccount } from "./ensure-account.server.ts";

/**
 * Mails a link that signs in once, to any address: whether it is known is nobody's business, and an account that
 * is new may do nothing. Within the day's mails of an address, and within what a client may ask for in an hour
 * where its address is given; returns nothing either way. Pressing a link asked for with a draft's `campaignId`
 * also hands that draft over.
 */
export async function requestSignIn(
  site: Site,
  email: string,
  now: number,
  { campaignId = "", clientAddress }: { campaignId?: string; clientAddress?: string } = {},
): Promise<void> {
  await site.db.transaction("request sign-in", async (tx) => {
    const { signInRequests } = tx.tables;
    if (clientAddress !== undefined && !(await takeHourly(tx, site.keyring, limitOf(clientAddress), now)))
      return;
    const key = `mail day ${hashAddress(site.keyring, email)}`;
    if (!(await takeAllowance(tx, { key, windowMs: DAY, limit: MAILS_PER_ADDRESS_PER_DAY }, now))) return;
    const id = v7({ msecs: now });
    const accountId = await ensureAccount(tx, site, email, now);
    await tx
      .insert(signInRequests)
      .values({ id, accountId, expiresAt: now + SIGN_IN_LINK_MINUTES * MINUTE, spentAt: null, campaignId });
    await makeLinks(tx, site.keyring, id, ["sign_in"]);
    await queueMail(tx, site, { template: "sign-in", rowId: id }, now);
  });
}

function limitOf(clientAddress: string) {
  return {
    kind: "sign_in",
    clientAddress,
    perClient: SIGN_INS_PER_CLIENT_PER_HOUR,
    perNetwork: SIGN_INS_PER_NETWORK_PER_HOUR,
  } as const;
}
