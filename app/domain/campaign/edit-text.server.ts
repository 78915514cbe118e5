import type { Site } from "../site.ts";
import { isIn } from "./campaign.ts";
import { holdCampaign } from "./hold-campaign.server.ts";
import { EDITABLE_STATES } from "./proposal.ts";
import { replaceText } from "./replace-text.server.ts";
import type { TextContent } from "./text-content.ts";

/** A text as an organiser wants it, and the version of the text that they had before them. */
export interface TextEdit {
  campaignId: string;
  content: TextContent;
  version: number;
}

/**
 * Puts an organiser's text in place of what only supporters have seen. `changed_meanwhile` where somebody else has
 * written since `version`, `not_now` in any state but gathering and changes requested; nothing has happened then.
 */
export async function editText(
  site: Site,
  { campaignId, content, version }: TextEdit,
  now: number,
): Promise<"saved" | "unchanged" | "changed_meanwhile" | "not_now"> {
  return site.db.transaction("edit text", async (tx) => {
    const campaign = await holdCampaign(tx, campaignId);
    if (!campaign || !isIn(EDITABLE_STATES, campaign.state)) return "not_now";
    if (campaign.textVersion !== version) return "changed_meanwhile";
    return (await replaceText(tx, campaignId, content, now)) ? "saved" : "unchanged";
  });
}
