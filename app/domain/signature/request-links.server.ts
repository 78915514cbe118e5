import { v7 } from "uuid";
import { LINK_REQUESTS_PER_CLIENT_PER_HOUR, LINK_REQUESTS_PER_NETWORK_PER_HOUR } from "#app/policy.ts";
import { queueJob } from "../mail/queue-job.server.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { takeHourly } from "../moderation/report-limits.server.ts";
import type { Site } from "../site.ts";
import { listOwnStories } from "../story/story-queries.server.ts";
import { takeMailAllowance } from "./limits.server.ts";
import { hashAddress } from "./person.server.ts";
import { listOwnSignatures } from "./queries.server.ts";

/**
 * Takes down that somebody asked for the links of an address, unless their client has asked too often: nobody can
 * tell the difference. What it has signed is looked up by the worker:
 * this does the same, in the same time, whether it has signed or not.
 */
export async function requestLinks(
  site: Site,
  { email, clientAddress }: { email: string; clientAddress: string },
  now: number,
): Promise<void> {
  const rowId = hashAddress(site.keyring, email);
  await site.db.transaction("request links", async (tx) => {
    const limit = {
      perClient: LINK_REQUESTS_PER_CLIENT_PER_HOUR,
      perNetwork: LINK_REQUESTS_PER_NETWORK_PER_HOUR,
    };
    if (!(await takeHourly(tx, site.keyring, { kind: "links", clientAddress, ...limit }, now))) return;
    await queueJob(
      tx,
      { id: `mail-links:${v7({ msecs: now })}`, kind: "mail-links", rowId, dueAt: now },
      now,
    );
    tx.afterCommit(site.wake);
  });
}

/**
 * Mails the manage links of everything an address has signed and told: one mail to each spelling of it that is
 * stored, about the signatures stored with that spelling, and one about its stories, as far as its mails of the day reach.
 */
export async function mailLinks(site: Site, addressHash: string, now: number): Promise<void> {
  await site.db.transaction("mail links", async (tx) => {
    const spellings = new Map<string, string>();
    for (const own of await listOwnSignatures(tx, site.keyring, addressHash))
      spellings.set(own.email.toLowerCase(), own.id);
    for (const rowId of spellings.values())
      if (await takeMailAllowance(tx, addressHash, now))
        await queueMail(tx, site, { template: "manage-links", rowId }, now);
    const told = new Map<string, string>();
    for (const own of await listOwnStories(tx, site.keyring, addressHash))
      told.set(own.email.toLowerCase(), own.id);
    for (const rowId of told.values())
      if (await takeMailAllowance(tx, addressHash, now))
        await queueMail(tx, site, { template: "story-links", rowId }, now);
  });
}
