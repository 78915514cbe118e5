import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import type { Tx } from "#db/database.ts";
import type { OrganiserNoticeKind } from "#db/tables/organising.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import type { Site } from "../site.ts";
import { runners } from "./runners.server.ts";

/**
 * Queues one mail to each of those who run a campaign about something that has happened to it, in the transaction of
 * its cause. `subjectId` is the row that the mail is about: a move, a proposed change, an appeal.
 */
export async function noticeOrganisers(
  tx: Tx,
  site: Pick<Site, "wake">,
  { campaignId, kind, subjectId }: { campaignId: string; kind: OrganiserNoticeKind; subjectId: string },
  now: number,
): Promise<void> {
  const { organiserNotices } = tx.tables;
  const run = runners(tx);
  const people = await tx
    .selectDistinct({ accountId: run.accountId })
    .from(run)
    .where(eq(run.campaignId, campaignId));
  const template = kind === "reply" ? "forwarded-reply" : "organiser-notice";
  for (const { accountId } of people) {
    const id = v7({ msecs: now });
    await tx.insert(organiserNotices).values({ id, accountId, campaignId, kind, subjectId, createdAt: now });
    await queueMail(tx, site, { template, rowId: id }, now);
  }
}
