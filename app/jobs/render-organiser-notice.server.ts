import { findOrganiserNotice } from "../domain/moderation/organiser-notice.server.ts";
import { organiserNoticeMail } from "../emails/organiser-notice.ts";
import { findNews } from "./organiser-news.server.ts";
import { mailSite } from "./outgoing.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders a mail to one organiser about what has happened to their campaign; one who has left gets none. */
export async function renderOrganiserNotice(context: WorkerContext, rowId: string): Promise<Prepared> {
  const { db, keyring, settings } = context;
  const notice = await findOrganiserNotice(db.read, keyring, rowId);
  const found = notice && (await findNews(context, notice));
  if (!found) return { skip: "row_gone" };
  const site = mailSite(settings);
  const mail = organiserNoticeMail({
    site: { ...site, demonstration: site.demonstration || notice.campaign.isDemonstration },
    kind: notice.campaign.kind,
    campaignTitle: notice.title,
    organiseUrl: `${settings.appUrl}/organise/${notice.campaign.number}`,
    ...found,
  });
  return { to: notice.address, mail };
}
