import { inArray, isNotNull, lte, or } from "drizzle-orm";
import { dropLinks } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";

/** Invitations deleted in one unit. */
const CHUNK = 200;

/** Deletes invitations that have been accepted or have run out, with the addresses in them. Returns how many. */
export async function forgetInvitations(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("forget invitations", async (tx) => {
    const { invitations } = tx.tables;
    const over = tx
      .select({ id: invitations.id })
      .from(invitations)
      .where(or(isNotNull(invitations.acceptedAt), lte(invitations.expiresAt, now)))
      .limit(CHUNK);
    const gone = await tx
      .delete(invitations)
      .where(inArray(invitations.id, over))
      .returning({ id: invitations.id });
    await dropLinks(
      tx,
      gone.map(({ id }) => id),
    );
    return gone.length;
  });
}
