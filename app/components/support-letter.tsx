import type { ReactElement } from "react";
import type { ShownPicture } from "#app/domain/campaign/picture.ts";
import type { LetterSetting } from "#app/domain/campaign/text-content.ts";
import type { TextVariant } from "#db/tables/campaign.ts";
import { CampaignPicture } from "./campaign-picture.tsx";
import type { HeadedRecipient } from "./letter-recipients.tsx";
import { LetterSheet } from "./letter-sheet.tsx";
import { CampaignText } from "./markdown.tsx";

interface SupportLetterProps {
  campaign: {
    why: string;
    more: string;
    variants: readonly TextVariant[];
    bodyName: string;
    organiserName: string;
    asks: readonly { text: string }[];
    letter: LetterSetting;
  };
  addressees: readonly HeadedRecipient[];
  picture?: ShownPicture;
  path: string;
}

/** An open letter for those who are asked to support it, before it is published. */
export function SupportLetter({ campaign, addressees, picture, path }: SupportLetterProps): ReactElement {
  const { why, more, variants, bodyName, organiserName, asks, letter } = campaign;
  return (
    <>
      {picture === undefined ? null : <CampaignPicture picture={picture} />}
      <LetterSheet {...{ letter, recipients: addressees, bodyName, organiserName, why, asks }} />
      <div className="prose">
        {more === "" ? null : (
          <details>
            <summary>Background, outside the letter</summary>
            <CampaignText markdown={more} />
          </details>
        )}
        {variants.includes("easy") ? (
          <p>
            <a href={`${path}?text=easy`}>Read the Easy Read version</a>
          </p>
        ) : null}
      </div>
    </>
  );
}
