import type { ReactElement } from "react";
import { campaignFolder } from "#app/domain/campaign/campaign-path.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { kindWords } from "./kind-words.ts";
import { CampaignText } from "./markdown.tsx";
import { Notice } from "./notice.tsx";
import { PageHeading } from "./page-heading.tsx";
import { PlainText } from "./plain-text.tsx";

interface RejectedCampaignProps {
  campaign: {
    kind: CampaignKind;
    number: number;
    title: string;
    bodyName: string;
    organiserName: string;
    why: string;
    more: string;
    asks: readonly { text: string }[];
  };
  /** Why, in a whole sentence. */
  reason: string;
}

/** A campaign that was not published: what it said, why not, and what its organiser can do. It cannot be signed. */
export function RejectedCampaign({ campaign, reason }: RejectedCampaignProps): ReactElement {
  const { kind, number, title, bodyName, organiserName, why, more, asks } = campaign;
  const words = kindWords(kind);
  return (
    <>
      <PageHeading
        title={title}
        kicker={
          <>
            {words.One} to <b>{bodyName}</b> · started by {organiserName}
          </>
        }
      />
      <Notice tone="waiting" title={`This ${words.one} was rejected`}>
        <p>{reason}</p>
        <p>
          It cannot be signed. It stays here so that everybody can see what was decided.{" "}
          <a href={`/${campaignFolder(kind)}`}>{words.Many} that you can sign</a>
        </p>
        <p>
          If you started it, you can <a href={`/organise/${number}`}>ask that another moderator look again</a>
          .
        </p>
      </Notice>
      <h2>What it asked for</h2>
      <ol className="asks plain-list">
        {asks.map(({ text }) => (
          <li key={text}>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <h2>Why</h2>
      <div className="prose">
        <PlainText text={why} />
        {more === "" ? null : <CampaignText markdown={more} />}
      </div>
    </>
  );
}
