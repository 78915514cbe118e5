import { handOver, leaveCampaign, removeEditor } from "../domain/campaign/change-organisers.server.ts";
import { inviteEditor, withdrawInvitation } from "../domain/campaign/invite-editor.server.ts";
import type { Site } from "../domain/site.ts";
import type { PeopleActs } from "./organise-people.server.ts";

/** What somebody may do about those who run a campaign with them. */
export function campaignPeople(
  site: Site,
  who: { campaignId: string; accountId: string },
  thing: string,
  now: number,
): PeopleActs {
  const { campaignId } = who;
  return {
    thing,
    invite: (email) => inviteEditor(site, { ...who, email }, now),
    takeBack: (publicId) => withdrawInvitation(site, { campaignId, publicId }),
    remove: (key) => removeEditor(site, { ...who, key }, now),
    handOver: (key) => handOver(site, { ...who, key }, now),
    leave: () => leaveCampaign(site, who, now),
  };
}
