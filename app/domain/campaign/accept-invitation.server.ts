import type { NewSession } from "../account/begin-session.server.ts";
import { type Acceptance, joinCrew } from "../crew/join-crew.server.ts";
import type { Site } from "../site.ts";
import { GONE_STATES, isIn } from "./campaign.ts";
import { holdCampaign } from "./hold-campaign.server.ts";

/** The campaign that somebody helps to run now; and a session, where the link alone may begin one. */
export interface Accepted {
  number: number;
  session: NewSession | undefined;
}

/**
 * Makes whoever has an invitation's link an editor of its campaign, once. Undefined for a link that is spent,
 * withdrawn or over, or whose campaign is gone.
 */
export async function acceptInvitation(
  site: Site,
  acceptance: Acceptance,
  now: number,
): Promise<Accepted | undefined> {
  return site.db.transaction("accept invitation", async (tx) => {
    const hold = async (id: string) => {
      const campaign = await holdCampaign(tx, id);
      return campaign && !isIn(GONE_STATES, campaign.state) ? campaign : undefined;
    };
    const accepted = await joinCrew(tx, site, "campaign", { acceptance, hold }, now);
    return accepted && { number: accepted.joined.number, session: accepted.session };
  });
}
