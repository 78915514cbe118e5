import { findReply } from "../domain/forwarding/replies.server.ts";
import { findOrganiserNotice } from "../domain/moderation/organiser-notice.server.ts";
import { forwardedReplyMail } from "../emails/forwarded-reply.ts";
import { mailSite } from "./outgoing.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders what a representative wrote back, for one organiser; one who has left gets none. */
export async function renderForwardedReply(context: WorkerContext, noticeId: string): Promise<Prepared> {
  const { db, keyring, settings } = context;
  const notice = await findOrganiserNotice(db.read, keyring, noticeId);
  const reply = notice?.kind === "reply" ? await findReply(db.read, keyring, notice.subjectId) : undefined;
  if (!notice || !reply) return { skip: "row_gone" };
  const site = mailSite(settings);
  const { campaign, title } = notice;
  const mail = forwardedReplyMail({
    site: { ...site, demonstration: site.demonstration || campaign.isDemonstration },
    kind: campaign.kind,
    campaignTitle: title,
    to: [reply.toTitle, reply.toArea].filter(Boolean).join(", "),
    reply,
    repliesUrl: `${settings.appUrl}/organise/${campaign.number}/replies`,
  });
  return { to: notice.address, mail };
}
