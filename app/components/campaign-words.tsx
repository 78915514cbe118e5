import type { ReactElement, ReactNode } from "react";
import type { ShownPicture } from "#app/domain/campaign/picture.ts";
import type { TextVariant } from "#db/tables/campaign.ts";
import { CampaignPicture } from "./campaign-picture.tsx";
import { CampaignText } from "./markdown.tsx";
import { PlainText } from "./plain-text.tsx";

interface CampaignWordsProps {
  campaign: {
    asks: readonly { text: string }[];
    why: string;
    more: string;
    variants: readonly TextVariant[];
    isEasy: boolean;
  };
  picture?: ShownPicture;
  /** The asks with what became of each; left out before anybody could answer, where they stand bare. */
  askList?: ReactNode;
  /** The page that these words stand on; left out where its other variant cannot be gone to. */
  path?: string;
  /** Level of the headings: 2 on a page of their own. */
  level?: 2 | 4;
}

/** A campaign's picture, what it asks for and why, in one of its variants; all of it open where it is only previewed. */
export function CampaignWords({
  campaign,
  picture,
  askList,
  path,
  level = 2,
}: CampaignWordsProps): ReactElement {
  const { asks, why, more, variants, isEasy } = campaign;
  const Heading = level === 2 ? "h2" : "h4";
  return (
    <>
      {picture === undefined ? null : <CampaignPicture picture={picture} />}
      <Heading>What we ask for</Heading>
      {askList ?? (
        <ol className="asks plain-list">
          {asks.map(({ text }) => (
            <li key={text}>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      )}
      <Heading>Why</Heading>
      <div className="prose">
        <PlainText text={why} />
        {more === "" ? null : (
          <details open={path === undefined}>
            <summary>Read the rest</summary>
            <CampaignText markdown={more} />
          </details>
        )}
        {path !== undefined && variants.includes("easy") ? (
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
