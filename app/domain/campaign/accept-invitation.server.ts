import { and, eq, gt, isNull } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { beginSession, type NewSession } from "../account/begin-session.server.ts";
import { ensureAccount } from "../account/ensure-account.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { dropLinks, findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { GONE_STATES, isIn } from "./campaign.ts";
import { holdCampaign } from "./hold-campaign.server.ts";
import { invitedAddress } from "./invitations.server.ts";

/** Whoever accepts: their link, their browser, and the token of the session that it had. */
export interface Acceptance {
  token: string;
  device: string;
  replaces: string | undefined;
}

/** The campaign that somebody helps to run now; and a session, where the link alone may begin one. */
export interface Accepted {
  number: number;
  session: NewSession | undefined;
}

/**
 * Makes whoever has an invitation's link an editor of its campaign, once. The mailed link proves the address, so it
 * signs in as well; but not to an account that has a passkey, runs another campaign or looks after the site: such a
 * link is good for days, and may be passed on.
 * Undefined for a link that is spent, withdrawn or over, or whose campaign is gone.
 */
export async function acceptInvitation(
  site: Site,
  { token, device, replaces }: Acceptance,
  now: number,
): Promise<Accepted | undefined> {
  return site.db.transaction("accept invitation", async (tx) => {
    const { invitations, organisers } = tx.tables;
    const id = await findLinkedRow(tx, token, ["invitation"]);
    if (id === undefined) return undefined;
    const isOpen = and(
      eq(invitations.id, id),
      isNull(invitations.acceptedAt),
      gt(invitations.expiresAt, now),
    );
    const [found] = await tx.select().from(invitations).where(isOpen);
    const campaign = found && (await holdCampaign(tx, found.campaignId));
    if (!campaign || isIn(GONE_STATES, campaign.state)) return undefined;
    const [spent] = await tx
      .update(invitations)
      .set({ acceptedAt: now, email: "" })
      .where(isOpen)
      .returning({ id: invitations.id });
    if (!spent) return undefined;
    await dropLinks(tx, [id]);
    const accountId = await ensureAccount(tx, site, site.keyring.open(invitedAddress(id), found.email), now);
    const mayEnter = !(await needsMore(tx, accountId));
    await tx
      .insert(organisers)
      .values({ campaignId: campaign.id, accountId, role: "editor", addedAt: now })
      .onConflictDoNothing();
    await appendAudit(tx, { accountId, action: "accept_invitation", subject: campaign.id, detail: "" }, now);
    const session = mayEnter
      ? await beginSession(tx, { accountId, device, method: "link", replaces }, now)
      : undefined;
    return { number: campaign.number, session };
  });
}

/** Whether more than an old link is wanted to get into an account: asked before it helps to run this campaign. */
async function needsMore(read: Reader, accountId: string): Promise<boolean> {
  const { passkeys, roles, organisers } = read.tables;
  const held = await Promise.all(
    [passkeys, roles, organisers].map((table) =>
      read.select({ accountId: table.accountId }).from(table).where(eq(table.accountId, accountId)).limit(1),
    ),
  );
  return held.some((rows) => rows.length > 0);
}
