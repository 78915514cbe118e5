import { and, eq, gt, isNull } from "drizzle-orm";
import { beginDraft } from "../campaign/begin-draft.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { beginSession, type NewSession } from "./begin-session.server.ts";

/** A session that a mailed link has begun, and the number of the campaign that the same link has begun. */
export interface LinkSession extends NewSession {
  begun: number | undefined;
}

/**
 * Spends a mailed link and begins a session; undefined for a link that is unknown, spent or has run out. The
 * update settles who was first when it is pressed twice; `findSpentSignIn` says where the second press leads. A link asked for with a draft begins its campaign in the
 * same transaction; a draft that is gone meanwhile leaves the session alone.
 */
export async function signIn(
  site: Site,
  { token, device, replaces }: { token: string; device: string; replaces?: string },
  now: number,
): Promise<LinkSession | undefined> {
  return site.db.transaction("sign in", async (tx) => {
    const { signInRequests } = tx.tables;
    const id = await findLinkedRow(tx, token, ["sign_in"]);
    if (id === undefined) return undefined;
    const [spent] = await tx
      .update(signInRequests)
      .set({ spentAt: now })
      .where(
        and(eq(signInRequests.id, id), isNull(signInRequests.spentAt), gt(signInRequests.expiresAt, now)),
      )
      .returning({ accountId: signInRequests.accountId, campaignId: signInRequests.campaignId });
    if (!spent) return undefined;
    const { accountId, campaignId } = spent;
    const handed = campaignId === "" ? undefined : await beginDraft(tx, site, { campaignId, accountId }, now);
    const session = await beginSession(tx, { accountId, device, method: "link", replaces }, now);
    return { ...session, begun: handed?.number };
  });
}
