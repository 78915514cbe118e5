import type { ReactElement } from "react";
import { reasonLabel } from "#app/domain/moderation/reasons.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import type { AppealState } from "#db/tables/moderation.ts";
import { Chip } from "./chip.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { londonDay, londonTime } from "./format.ts";
import { APPEAL_CHIPS, STATE_WORDS } from "./moderate-words.ts";

interface AppealFactsProps {
  appeal: {
    number: number;
    state: AppealState;
    campaignState: CampaignState;
    against: CampaignState;
    words: string;
    note: string;
    createdAt: number;
  };
  /** The decision that it is against. */
  against: { at: number; reason: string; note: string };
}

/** What was decided and what its organiser says to it. */
export function AppealFacts({ appeal, against }: AppealFactsProps): ReactElement {
  const typed = (words: string) => (words === "" ? "None" : <span className="mail-text">{words}</span>);
  return (
    <DefinitionList
      rows={[
        { term: "Appeal", value: <Chip {...APPEAL_CHIPS[appeal.state]} /> },
        {
          term: "Campaign",
          value: (
            <>
              <a href={`/moderate/campaigns/${appeal.number}`}>Read it, with its history</a>. It is now:{" "}
              {STATE_WORDS[appeal.campaignState].toLowerCase()}
            </>
          ),
        },
        {
          term: "Decided",
          value: `${STATE_WORDS[appeal.against]} on ${londonDay(against.at)}, ${londonTime(against.at)}`,
        },
        { term: "Reason", value: reasonLabel(against.reason) || "None" },
        { term: "Note then", value: typed(against.note) },
        { term: "The organiser says", value: typed(appeal.words) },
        { term: "Appealed", value: londonDay(appeal.createdAt) },
        ...(appeal.note === "" ? [] : [{ term: "Note on the appeal", value: typed(appeal.note) }]),
      ]}
    />
  );
}
