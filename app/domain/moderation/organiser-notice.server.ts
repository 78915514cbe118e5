import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { OrganiserNoticeKind } from "#db/tables/organising.ts";
import { findOrganiserRole } from "../campaign/organisers.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";

/** A mail to one organiser: where it goes, about what. */
export interface OrganiserNotice {
  address: string;
  kind: OrganiserNoticeKind;
  /** The row that it is about, by the kind. */
  subjectId: string;
  campaign: Tables["campaigns"]["$inferSelect"];
  title: string;
}

/** What a queued mail to an organiser is about; undefined for somebody who does not run the campaign any more. */
export async function findOrganiserNotice(
  read: Reader,
  keyring: Keyring,
  id: string,
): Promise<OrganiserNotice | undefined> {
  const { organiserNotices, accounts, campaigns, campaignTexts } = read.tables;
  const [row] = await read
    .select({
      notice: organiserNotices,
      address: accounts.address,
      campaign: campaigns,
      title: campaignTexts.title,
    })
    .from(organiserNotices)
    .innerJoin(accounts, eq(accounts.id, organiserNotices.accountId))
    .innerJoin(campaigns, eq(campaigns.id, organiserNotices.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(eq(organiserNotices.id, id));
  if (!row || (await findOrganiserRole(read, row.notice)) === undefined) return undefined;
  const { accountId, kind, subjectId } = row.notice;
  const address = keyring.open({ table: "accounts", column: "address", rowId: accountId }, row.address);
  return { address, kind, subjectId, campaign: row.campaign, title: row.title };
}
