import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import { SESSION_DAYS } from "#app/policy.ts";
import { tokenHash } from "../privacy/keyring.server.ts";
import { dropLinks, findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";

/** A session that has begun: its cookie's token is known to the browser alone. */
export interface NewSession {
  token: string;
  expiresAt: number;
}

/**
 * Spends a mailed link and begins a session; undefined for a link that is unknown, spent or has run out. The
 * update settles who was first when it is pressed twice.
 */
export async function signIn(
  site: Site,
  { token, device }: { token: string; device: string },
  now: number,
): Promise<NewSession | undefined> {
  return site.db.transaction("sign in", async (tx) => {
    const { signInRequests, sessions } = tx.tables;
    const id = await findLinkedRow(tx, token, ["sign_in"]);
    if (id === undefined) return undefined;
    const [spent] = await tx
      .update(signInRequests)
      .set({ spentAt: now })
      .where(
        and(eq(signInRequests.id, id), isNull(signInRequests.spentAt), gt(signInRequests.expiresAt, now)),
      )
      .returning({ accountId: signInRequests.accountId });
    if (!spent) return undefined;
    await dropLinks(tx, [id]);
    const session = { token: randomBytes(32).toString("base64url"), expiresAt: now + SESSION_DAYS * DAY };
    await tx.insert(sessions).values({
      tokenHash: tokenHash(session.token),
      publicId: randomBytes(8).toString("hex"),
      accountId: spent.accountId,
      device,
      createdAt: now,
      expiresAt: session.expiresAt,
    });
    return session;
  });
}
