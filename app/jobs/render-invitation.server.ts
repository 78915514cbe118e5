import { INVITATION_DAYS } from "#app/policy.ts";
import { findOpenInvitation } from "../domain/campaign/invitations.server.ts";
import { linkTokens } from "../domain/privacy/links.server.ts";
import { invitationMail } from "../emails/invitation.ts";
import { mailSite } from "./outgoing.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders the mail that asks somebody to help run a campaign; one that has been taken back is not sent. */
export async function renderInvitation(context: WorkerContext, rowId: string): Promise<Prepared> {
  const { db, keyring, settings, clock } = context;
  const invitation = await findOpenInvitation(db.read, keyring, rowId, clock.now());
  const { invitation: token } = await linkTokens(db.read, keyring, rowId);
  if (!invitation || token === undefined) return { skip: "row_gone" };
  const mail = invitationMail({
    site: mailSite(settings),
    kind: invitation.kind,
    campaignTitle: invitation.title,
    organiserName: invitation.organiserName,
    invitationUrl: `${settings.appUrl}/invitation/${token}`,
    expiresInDays: INVITATION_DAYS,
  });
  return { to: invitation.address, mail };
}
