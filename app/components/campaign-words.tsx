import type { ReactElement } from "react";
import type { TextVariant } from "#db/tables/campaign.ts";
import { type Ask, AskList } from "./ask-list.tsx";
import { CampaignText } from "./markdown.tsx";

interface CampaignWordsProps {
  campaign: {
    asks: readonly Ask[];
    why: string;
    more: string;
    variants: readonly TextVariant[];
    isEasy: boolean;
    isDemonstration: boolean;
  };
  /** The page that these words stand on. */
  path: string;
}

/** What a campaign asks for and why, in one of its variants. */
export function CampaignWords({ campaign, path }: CampaignWordsProps): ReactElement {
  const { asks, why, more, variants, isEasy, isDemonstration } = campaign;
  return (
    <>
      <h2>What we ask for</h2>
      <AskList asks={asks} isDemonstration={isDemonstration} />
      <h2>Why</h2>
      <div className="prose">
        {why.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {more === "" ? null : (
          <details>
            <summary>Read the rest</summary>
            <CampaignText markdown={more} />
          </details>
        )}
        {variants.includes("easy") ? (
          <p>
            {isEasy ? (
              <a href={path}>Read the full version</a>
            ) : (
              <a href={`${path}?text=easy`}>Read the Easy Read version</a>
            )}
          </p>
        ) : null}
      </div>
    </>
  );
}
