import { closeCampaign } from "../domain/campaign/close-campaign.server.ts";
import type { LifeForm } from "../domain/campaign/life.ts";
import { pauseCampaign } from "../domain/campaign/pause-campaign.server.ts";
import { removeCampaign } from "../domain/campaign/remove-campaign.server.ts";
import { reopenCampaign } from "../domain/campaign/reopen-campaign.server.ts";
import { resumeCampaign } from "../domain/campaign/resume-campaign.server.ts";
import { moverOf } from "../domain/moderation/moderator.server.ts";
import type { Site } from "../domain/site.ts";

/** What became of an act on a campaign. */
export type LifeOutcome = "done" | "not_now" | "own_campaign" | "bad_date" | "too_late";

/** Hands what somebody who looks after the site asked for to the use case that does it. */
export async function doLifeAct(
  site: Site,
  { campaignId, accountId, isAdmin }: { campaignId: string; accountId: string; isAdmin: boolean },
  form: LifeForm,
  now: number,
): Promise<LifeOutcome> {
  const asked = { campaignId, accountId, mover: moverOf({ isAdmin }), note: form.note };
  switch (form.intent) {
    case "pause": {
      const outcome = await pauseCampaign(site, { ...asked, reason: form.reason }, now);
      return outcome === "paused" ? "done" : outcome;
    }
    case "resume": {
      const outcome = await resumeCampaign(site, asked, now);
      return outcome === "resumed" ? "done" : outcome;
    }
    case "close": {
      const outcome = await closeCampaign(site, { ...asked, reason: form.reason }, now);
      return outcome === "closed" ? "done" : outcome;
    }
    case "reopen": {
      const outcome = await reopenCampaign(site, { ...asked, closesOn: form.closesOn }, now);
      return outcome === "reopened" ? "done" : outcome;
    }
    case "remove": {
      const outcome = await removeCampaign(site, { ...asked, reason: form.reason }, now);
      return outcome === "removed" ? "done" : outcome;
    }
  }
}
