import type { ReactElement } from "react";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { DefinitionList } from "./definition-list.tsx";
import { calendarDay, figure, people } from "./format.ts";

interface ModerateFactsProps {
  campaign: { bodyName: string; organiserName: string; goal: number; kind: CampaignKind; slug: string };
  supporters: number;
  /** The closing day as it will be, or is. */
  closesOn: string;
  /** Whether publishing now moves that day. */
  isMoved: boolean;
  /** Whether everybody can read its page. */
  isVisible: boolean;
}

/** What a moderator should know beside the text. */
export function ModerateFacts(props: ModerateFactsProps): ReactElement {
  const { campaign, supporters, closesOn, isMoved, isVisible } = props;
  const closing = calendarDay(closesOn);
  return (
    <DefinitionList
      rows={[
        { term: "Organiser", value: campaign.organiserName },
        { term: "To", value: campaign.bodyName },
        { term: isVisible ? "Signed by" : "Supporters", value: people(supporters) },
        { term: "Goal", value: figure(campaign.goal) },
        {
          term: "Closes",
          value: isMoved
            ? `${closing}, if it is published today: later than its organiser chose, as too little time would be left`
            : closing,
        },
        ...(isVisible
          ? [
              {
                term: "In public",
                value: <a href={publicCampaignPath(campaign)}>Its page</a>,
              },
            ]
          : []),
      ]}
    />
  );
}
