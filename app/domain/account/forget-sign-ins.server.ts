import { and, inArray, lte, notInArray } from "drizzle-orm";
import { dropLinks } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";

/** Rows of each kind in one unit. */
const CHUNK = 500;

/**
 * Deletes sign-in links, sessions and spent challenges that are over, and accounts that are of no use any more:
 * without a role, a campaign, a group, a passkey, a session or an open request there is no reason to keep an address. A part
 * of them at a time; returns how many rows of the first kinds went.
 */
export async function forgetSignIns(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("forget sign-ins", async (tx) => {
    const { accounts, roles, sessions, signInRequests, passkeyChallenges } = tx.tables;
    const { passkeys, organisers, organiserNotices, groupMembers, groupNotices } = tx.tables;
    const spent = await tx
      .delete(passkeyChallenges)
      .where(lte(passkeyChallenges.expiresAt, now))
      .returning({ expiresAt: passkeyChallenges.expiresAt });
    const pastSessions = tx
      .select({ id: sessions.tokenHash })
      .from(sessions)
      .where(lte(sessions.expiresAt, now))
      .limit(CHUNK);
    const ended = await tx
      .delete(sessions)
      .where(inArray(sessions.tokenHash, pastSessions))
      .returning({ accountId: sessions.accountId });
    const pastRequests = tx
      .select({ id: signInRequests.id })
      .from(signInRequests)
      .where(lte(signInRequests.expiresAt, now - DAY))
      .limit(CHUNK);
    const over = await tx
      .delete(signInRequests)
      .where(inArray(signInRequests.id, pastRequests))
      .returning({ id: signInRequests.id, accountId: signInRequests.accountId });
    await dropLinks(
      tx,
      over.map((request) => request.id),
    );
    const candidates = [...new Set([...over, ...ended].map(({ accountId }) => accountId))];
    if (candidates.length === 0) return spent.length;
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
          notInArray(accounts.id, tx.select({ id: groupMembers.accountId }).from(groupMembers)),
          notInArray(accounts.id, tx.select({ id: groupNotices.accountId }).from(groupNotices)),
        ),
      );
    return spent.length + ended.length + over.length;
  });
}
