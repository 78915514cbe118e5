import type { ReactElement } from "react";
import type { TextVariant } from "#db/tables/campaign.ts";
import { type Ask, AskList } from "./ask-list.tsx";
import { CampaignText } from "./markdown.tsx";

interface LetterAroundProps {
  campaign: {
    asks: readonly Ask[];
    more: string;
    variants: readonly TextVariant[];
    isEasy: boolean;
    isDemonstration: boolean;
  };
  /** The letter's own page. */
  path: string;
}

/** What stands around a letter and not in it: its other variant, what became of its demands, the background. */
export function LetterAround({ campaign, path }: LetterAroundProps): ReactElement {
  const { asks, more, variants, isEasy, isDemonstration } = campaign;
  const hasNews = asks.some(
    ({ outcome, events = [], answers = [] }) => outcome !== "open" || events.length + answers.length > 0,
  );
  return (
    <>
      {variants.includes("easy") ? (
        <p>
          {isEasy ? (
            <a href={path}>Read the full version</a>
          ) : (
            <a href={`${path}?text=easy`}>Read the Easy Read version</a>
          )}
        </p>
      ) : null}
      {hasNews ? (
        <>
          <h2>What became of what we ask</h2>
          <AskList asks={asks} isDemonstration={isDemonstration} />
        </>
      ) : null}
      {more === "" ? null : (
        <>
          <h2>Background</h2>
          <div className="prose">
            <details>
              <summary>Read what lies behind this letter</summary>
              <CampaignText markdown={more} />
            </details>
          </div>
        </>
      )}
    </>
  );
}
