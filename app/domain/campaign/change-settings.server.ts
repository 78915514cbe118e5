import { eq } from "drizzle-orm";
import type { CampaignState } from "#db/tables/campaign.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { isIn } from "./campaign.ts";
import { holdCampaign } from "./hold-campaign.server.ts";
import { closingDays, type SettingsForm } from "./settings-form.ts";

/** In which its settings may be changed: until it has closed. */
export const SETTABLE_STATES = [
  "gathering",
  "in_review",
  "changes_requested",
  "open",
  "paused",
] as const satisfies CampaignState[];

/**
 * Changes a campaign's goal, whether it shows names, and its last day to sign, which `closingDays` bounds. Nothing
 * has happened in any case but `saved`. Whether the account owns the campaign is the caller's to ask.
 */
export async function changeSettings(
  site: Site,
  { campaignId, accountId, form }: { campaignId: string; accountId: string; form: SettingsForm },
  now: number,
): Promise<"saved" | "too_early" | "too_late" | "not_now"> {
  return site.db.transaction("change settings", async (tx) => {
    const { campaigns } = tx.tables;
    const before = await holdCampaign(tx, campaignId);
    if (!before || !isIn(SETTABLE_STATES, before.state)) return "not_now";
    const { earliest, latest } = closingDays(before, now);
    if (form.closesOn !== before.closesOn && form.closesOn < earliest) return "too_early";
    if (form.closesOn > latest) return "too_late";
    const { goal, showsNames, closesOn } = form;
    await tx.update(campaigns).set({ goal, showsNames, closesOn }).where(eq(campaigns.id, campaignId));
    const detail = `goal ${before.goal} → ${goal}, closes ${before.closesOn} → ${closesOn}, names ${showsNames ? "shown" : "not shown"}`;
    await appendAudit(tx, { accountId, action: "change_settings", subject: campaignId, detail }, now);
    return "saved";
  });
}
