import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { publicCampaignPath } from "../domain/campaign/campaign-path.ts";
import { readWords } from "../domain/update/update-words.ts";
import { type CampaignUpdateProps, campaignUpdate } from "../emails/campaign-update.ts";
import type { MailContent } from "../emails/layout.ts";
import type { Settings } from "../env.server.ts";
import { mailSite } from "./outgoing.ts";

/** An update and the campaign that it is of: what its mail is made of. */
export interface UpdateToMail {
  update: Tables["updates"]["$inferSelect"];
  campaign: Tables["campaigns"]["$inferSelect"];
  campaignTitle: string;
}

/** The mail of an update in the parts that pages show. */
export type UpdatePreview = Pick<MailContent, "subject" | "to" | "blocks" | "foot">;

/** An update by its row's id, with its campaign. */
export async function findUpdateToMail(read: Reader, updateId: string): Promise<UpdateToMail | undefined> {
  const { updates, campaigns, campaignTexts } = read.tables;
  const [row] = await read
    .select({ update: updates, campaign: campaigns, campaignTitle: campaignTexts.title })
    .from(updates)
    .innerJoin(campaigns, eq(campaigns.id, updates.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(eq(updates.id, updateId));
  return row;
}

/** The mail of an update to one reader; without one, the copy for those who write it. */
export function updateContent(
  settings: Settings,
  { update, campaign, campaignTitle }: UpdateToMail,
  reader?: CampaignUpdateProps["reader"],
): MailContent {
  const site = mailSite(settings);
  const { kind, shortName, organiserName, isDemonstration } = campaign;
  return campaignUpdate({
    site: { ...site, demonstration: site.demonstration || isDemonstration },
    kind: kind === "petition" ? "petition" : "open letter",
    ...{ campaignTitle, shortName, organiserName, reader },
    title: update.title,
    parts: readWords(update.body),
    updateUrl: `${settings.appUrl}${publicCampaignPath(campaign)}/updates/${update.publicId}`,
    signaturesUrl: `${settings.appUrl}/my-signatures`,
  });
}
