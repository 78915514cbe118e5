import type { ReactElement } from "react";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { figure, londonDayOfYear, londonTime } from "./format.ts";

interface AreaCampaignsProps {
  /** "Worcester" */
  place: string;
  campaigns: readonly {
    id: string;
    kind: "petition" | "letter";
    slug: string;
    title: string;
    bodyName: string;
    state: string;
    count: number;
    publishedAt: number;
  }[];
}

/** Campaigns that people of one place have signed, each with its published number there. */
export function AreaCampaigns({ place, campaigns }: AreaCampaignsProps): ReactElement {
  if (campaigns.length === 0) {
    return (
      <p>
        No number can be shown yet. A campaign stands here once five people from {place} have signed it: fewer
        could point at a person.
      </p>
    );
  }
  const countedAt = Math.max(...campaigns.map((campaign) => campaign.publishedAt));
  return (
    <>
      <table className="places area-campaigns">
        <caption className="hidden">Campaigns and how many people from {place} have signed each</caption>
        <thead>
          <tr>
            <th scope="col">Campaign</th>
            <th scope="col" className="figure">
              Signed here
            </th>
          </tr>
        </thead>
        <tbody>
          {campaigns.map((campaign) => (
            <tr key={campaign.id}>
              <th scope="row">
                <a href={publicCampaignPath(campaign)}>{campaign.title}</a>
                <span className="detail">
                  To {campaign.bodyName}
                  {stateWords(campaign.state)}
                </span>
              </th>
              <td className="figure">{figure(campaign.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">
        People counted in {place}, at {londonTime(countedAt)} on {londonDayOfYear(countedAt)}. Not shown:
        fewer than five, or needed to protect a place with fewer than five.
      </p>
    </>
  );
}

function stateWords(state: string): string {
  if (state === "open") return "";
  return state === "paused" ? " · paused" : " · closed";
}
