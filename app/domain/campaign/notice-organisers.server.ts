import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import type { Tx } from "#db/database.ts";
import type { OrganiserNoticeKind } from "#db/tables/organising.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import type { Site } from "../site.ts";

/**
 * Queues one mail to each organiser of a campaign about something that has happened to it, in the transaction of
 * its cause. `subjectId` is the row that the mail is about: a move, a proposed change, an appeal.
 */
export async function noticeOrganisers(
  tx: Tx,
  site: Pick<Site, "wake">,
  { campaignId, kind, subjectId }: { campaignId: string; kind: OrganiserNoticeKind; subjectId: string },
  now: number,
): Promise<void> {
  const { organisers, organiserNotices } = tx.tables;
  const people = await tx
    .select({ accountId: organisers.accountId })
    .from(organisers)
    .where(eq(organisers.campaignId, campaignId));
  const template = kind === "reply" ? "forwarded-reply" : "organiser-notice";
  for (const { accountId } of people) {
    const id = v7({ msecs: now });
    await tx.insert(organiserNotices).values({ id, accountId, campaignId, kind, subjectId, createdAt: now });
    await queueMail(tx, site, { template, rowId: id }, now);
  }
}
