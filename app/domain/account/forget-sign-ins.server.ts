import { and, inArray, lte, notInArray } from "drizzle-orm";
import { dropLinks } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";

/** Accounts looked at in one unit. */
const CHUNK = 500;

/**
 * Deletes sign-in links, sessions and spent challenges that are over, and accounts that are of no use any more:
 * without a role, a campaign, a passkey, a session or an open request there is no reason to keep an address.
 */
export async function forgetSignIns(site: Site, now: number): Promise<void> {
  await site.db.transaction("forget sign-ins", async (tx) => {
    const { accounts, roles, sessions, signInRequests, passkeyChallenges } = tx.tables;
    const { passkeys, organisers, organiserNotices } = tx.tables;
    await tx.delete(passkeyChallenges).where(lte(passkeyChallenges.expiresAt, now));
    const ended = await tx
      .delete(sessions)
      .where(lte(sessions.expiresAt, now))
      .returning({ accountId: sessions.accountId });
    const over = await tx
      .delete(signInRequests)
      .where(lte(signInRequests.expiresAt, now - DAY))
      .returning({ id: signInRequests.id, accountId: signInRequests.accountId });
    await dropLinks(
      tx,
      over.map((request) => request.id),
    );
    const candidates = [...new Set([...over, ...ended].map(({ accountId }) => accountId))].slice(0, CHUNK);
    if (candidates.length === 0) return;
    await tx
      .delete(accounts)
      .where(
        and(
          inArray(accounts.id, candidates),
          notInArray(accounts.id, tx.select({ id: roles.accountId }).from(roles)),
          notInArray(accounts.id, tx.select({ id: sessions.accountId }).from(sessions)),
          notInArray(accounts.id, tx.select({ id: signInRequests.accountId }).from(signInRequests)),
          notInArray(accounts.id, tx.select({ id: passkeys.accountId }).from(passkeys)),
          notInArray(accounts.id, tx.select({ id: organisers.accountId }).from(organisers)),
          notInArray(accounts.id, tx.select({ id: organiserNotices.accountId }).from(organiserNotices)),
        ),
      );
  });
}
