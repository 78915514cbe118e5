import type { ReactElement } from "react";
import type { ShownPicture } from "#app/domain/campaign/picture.ts";
import type { TextContent } from "#app/domain/campaign/text-content.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { CampaignLayout } from "./campaign-layout.tsx";
import { CampaignLead } from "./campaign-lead.tsx";
import { CampaignPicture } from "./campaign-picture.tsx";
import { CampaignWords } from "./campaign-words.tsx";
import { kindWords } from "./kind-words.ts";
import type { HeadedRecipient } from "./letter-recipients.tsx";
import { LetterSheet } from "./letter-sheet.tsx";
import { CampaignText } from "./markdown.tsx";
import { PlainText } from "./plain-text.tsx";

interface CampaignPreviewProps {
  /** Who asks whom; the name and body as the page would show them. */
  campaign: { kind?: CampaignKind; bodyName: string; organiserName: string; goal: number };
  /** Whom an open letter is addressed to. */
  addressees?: readonly HeadedRecipient[];
  text: TextContent;
  picture?: ShownPicture;
  isDemonstration?: boolean;
  /** How many have signed; nobody where it is left out. */
  count?: number;
}

/**
 * A campaign's page as it would look, inside another page: the same parts in the same order. Its title is an `h3`,
 * so an `h2` that says what this is stands above. It holds no form, and may stand in one.
 */
export function CampaignPreview(props: CampaignPreviewProps): ReactElement {
  const { campaign, text, picture, isDemonstration = false, count = 0, addressees = [] } = props;
  const { en, easy, asks, letter } = text;
  const words = kindWords(campaign.kind ?? "petition");
  return (
    <div className="campaign-preview">
      <CampaignLayout
        lead={
          <CampaignLead
            campaign={{ ...campaign, title: en.title }}
            count={count}
            isClosed={false}
            level={3}
          />
        }
        side={
          <div className="card">
            <p className="label">Sign this {words.one}</p>
            <p className="hint">Here people enter their name, e-mail and postcode.</p>
          </div>
        }
      >
        {letter === undefined ? (
          <CampaignWords
            campaign={{
              asks: asks.map((ask) => ({ text: ask, outcome: "open" })),
              ...{ why: en.why, more: en.more, variants: [], isEasy: false, isDemonstration },
            }}
            picture={picture}
            level={4}
          />
        ) : (
          <>
            {picture === undefined ? null : <CampaignPicture picture={picture} />}
            <LetterSheet
              {...{ letter, recipients: addressees, why: en.why }}
              bodyName={campaign.bodyName}
              organiserName={campaign.organiserName}
              asks={asks.map((ask) => ({ text: ask }))}
            />
            {en.more === "" ? null : (
              <>
                <h4>Background, outside the letter</h4>
                <CampaignText markdown={en.more} />
              </>
            )}
          </>
        )}
        {easy === undefined ? null : (
          <>
            <h4>The Easy Read version</h4>
            <div className="prose">
              <p>
                <b>{easy.title}</b>
              </p>
              <PlainText text={easy.why} />
              {easy.more === "" ? null : <CampaignText markdown={easy.more} />}
            </div>
          </>
        )}
      </CampaignLayout>
    </div>
  );
}
