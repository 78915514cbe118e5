import type { ReactElement } from "react";
import type { TextContent } from "#app/domain/campaign/text-content.ts";
import { AskList } from "./ask-list.tsx";
import { CampaignText } from "./markdown.tsx";

interface AsPublicProps {
  bodyName: string;
  organiserName: string;
  text: TextContent;
}

/** What the public would read, in the same words and order as on the petition's own page. */
export function AsPublic({ bodyName, organiserName, text }: AsPublicProps): ReactElement {
  const { en, easy, asks, askClause } = text;
  return (
    <div className="as-public">
      <p className="kicker">
        Petition to <b>{bodyName}</b> · started by {organiserName}
      </p>
      <p className="title">{en.title}</p>
      <h3>What we ask for</h3>
      <AskList asks={asks.map((ask) => ({ text: ask, outcome: "open" }))} isDemonstration />
      <h3>Why</h3>
      <Why why={en.why} />
      {en.more === "" ? null : <CampaignText markdown={en.more} />}
      <h3>In messages to representatives</h3>
      <p>
        It asks {bodyName} {askClause}.
      </p>
      {easy === undefined ? null : (
        <>
          <h3>Easy Read version</h3>
          <p>
            <b>{easy.title}</b>
          </p>
          <Why why={easy.why} />
          {easy.more === "" ? null : <CampaignText markdown={easy.more} />}
        </>
      )}
    </div>
  );
}

function Why({ why }: { why: string }): ReactElement {
  return (
    <div className="prose">
      {why.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}
