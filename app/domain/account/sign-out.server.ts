import { and, eq } from "drizzle-orm";
import { tokenHash } from "../privacy/keyring.server.ts";
import type { Site } from "../site.ts";

/** Ends the session of a cookie. */
export async function signOut(site: Site, token: string): Promise<void> {
  await site.db.transaction("sign out", async (tx) => {
    const { sessions } = tx.tables;
    await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash(token)));
  });
}

/** Ends another session of the same account, by its public id. */
export async function endSession(
  site: Site,
  { accountId, publicId }: { accountId: string; publicId: string },
): Promise<void> {
  await site.db.transaction("end session", async (tx) => {
    const { sessions } = tx.tables;
    await tx.delete(sessions).where(and(eq(sessions.accountId, accountId), eq(sessions.publicId, publicId)));
  });
}
