import { inArray, isNotNull, lte, or } from "drizzle-orm";
import { dropLinks } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";

/** Invitations of each kind deleted in one unit. */
const CHUNK = 200;

/** Deletes invitations that have been accepted or have run out, with the addresses in them. Returns how many. */
export async function forgetInvitations(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("forget invitations", async (tx) => {
    const { invitations, groupInvitations } = tx.tables;
    const gone: string[] = [];
    for (const invited of [invitations, groupInvitations]) {
      const over = tx
        .select({ id: invited.id })
        .from(invited)
        .where(or(isNotNull(invited.acceptedAt), lte(invited.expiresAt, now)))
        .limit(CHUNK);
      const rows = await tx.delete(invited).where(inArray(invited.id, over)).returning({ id: invited.id });
      gone.push(...rows.map(({ id }) => id));
    }
    await dropLinks(tx, gone);
    return gone.length;
  });
}
