import { and, asc, eq, inArray, isNotNull, lte, ne } from "drizzle-orm";
import { CLIENT_HASH_DAYS } from "#app/policy.ts";
import { takesSignatures } from "../campaign/campaign.ts";
import { dropLinks } from "../privacy/links.server.ts";
import { forgetAllowances } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { sendReminder } from "./send-signature-mail.server.ts";

/** Rows in one unit of housekeeping: short enough not to be felt by those who sign. */
const CHUNK = 500;

/** Queues the reminders that have come due, for campaigns that can still be signed. Returns how many were looked at. */
export async function remindPending(site: Site, now: number): Promise<number> {
  return site.db.transaction("remind pending", async (tx) => {
    const { signatures, campaigns } = tx.tables;
    const due = await tx
      .select({ signature: signatures, campaign: { state: campaigns.state, closesOn: campaigns.closesOn } })
      .from(signatures)
      .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
      .where(and(eq(signatures.state, "pending"), lte(signatures.remindAt, now)))
      .orderBy(asc(signatures.remindAt), asc(signatures.id))
      .limit(CHUNK / 5);
    for (const { signature, campaign } of due) {
      if (takesSignatures(campaign, now)) await sendReminder(tx, site, signature, now);
      else await tx.update(signatures).set({ remindAt: null }).where(eq(signatures.id, signature.id));
    }
    return due.length;
  });
}

/** Deletes pending and suspect rows whose time is over, with their links. Returns how many went. */
export async function purgeExpired(site: Site, now: number): Promise<number> {
  return site.db.transaction("purge expired", async (tx) => {
    const { signatures } = tx.tables;
    const ids = tx
      .select({ id: signatures.id })
      .from(signatures)
      .where(
        and(
          inArray(signatures.state, ["pending", "suspect"]),
          isNotNull(signatures.expiresAt),
          lte(signatures.expiresAt, now),
        ),
      )
      .limit(CHUNK);
    const gone = await tx.delete(signatures).where(inArray(signatures.id, ids)).returning({ id: signatures.id });
    await dropLinks(tx, gone.map((row) => row.id));
    return gone.length;
  });
}

/** Blanks the hashes of client addresses that are past their time. Returns how many were blanked. */
export async function blankClientHashes(site: Site, now: number): Promise<number> {
  return site.db.transaction("blank client hashes", async (tx) => {
    const { signatures } = tx.tables;
    const old = tx
      .select({ id: signatures.id })
      .from(signatures)
      .where(and(ne(signatures.clientHash, ""), lte(signatures.createdAt, now - CLIENT_HASH_DAYS * DAY)))
      .limit(CHUNK);
    const blanked = await tx
      .update(signatures)
      .set({ clientHash: "", clientNetHash: "" })
      .where(inArray(signatures.id, old))
      .returning({ id: signatures.id });
    return blanked.length;
  });
}

/** Forgets limits of windows that have passed, and "not me" that has run out. */
export async function forgetPast(site: Site, now: number): Promise<void> {
  await site.db.transaction("forget the past", async (tx) => {
    const { mailRefusals } = tx.tables;
    await forgetAllowances(tx, now);
    await tx.delete(mailRefusals).where(lte(mailRefusals.expiresAt, now));
  });
}
