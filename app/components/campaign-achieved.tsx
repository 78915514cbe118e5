import type { ReactElement } from "react";
import type { AskOutcome } from "#db/tables/campaign.ts";
import { calendarDay } from "./format.ts";
import { Notice } from "./notice.tsx";

interface CampaignAchievedProps {
  asks: readonly { text: string; outcome: AskOutcome; outcomeOn: string }[];
  /** Nothing stands of a real council in a demonstration. */
  isDemonstration: boolean;
}

const ACHIEVED: Partial<Record<AskOutcome, string>> = {
  done: "Done",
  partly: "Partly done",
  promised: "Promised",
};

/** What a campaign has achieved, where it has; nothing else says it at the top of a page. */
export function CampaignAchieved({ asks, isDemonstration }: CampaignAchievedProps): ReactElement | null {
  const achieved = asks.filter(({ outcome }) => ACHIEVED[outcome] !== undefined);
  if (isDemonstration || achieved.length === 0) return null;
  return (
    <Notice tone="ok" title="What has been achieved">
      <ul className="plain-list">
        {achieved.map(({ text, outcome, outcomeOn }) => (
          <li key={text}>
            <b>
              {ACHIEVED[outcome]}, {calendarDay(outcomeOn)}:
            </b>{" "}
            {text}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
