import type { ReactElement } from "react";
import type { WhereSigned } from "#app/domain/campaign/where-signed.server.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { CountHeadline } from "./count-headline.tsx";
import { figure } from "./format.ts";
import { kindWords } from "./kind-words.ts";
import { PaperCounted } from "./paper-counted.tsx";
import { Progress } from "./progress.tsx";

interface CampaignLeadProps {
  campaign: { kind?: CampaignKind; title: string; bodyName: string; organiserName: string; goal: number };
  /** The live total. */
  count: number;
  /** On paper, as its organisers have counted. */
  paperCount?: number;
  where?: WhereSigned;
  isClosed: boolean;
  /** Level of the title: 1 on a page of its own. */
  level?: 1 | 3;
}

const NAMED = 3;

/** Who asks whom for what, how many have signed, and where most of them live. */
export function CampaignLead({
  campaign,
  count,
  paperCount = 0,
  where,
  isClosed,
  level = 1,
}: CampaignLeadProps): ReactElement {
  const { kind = "petition", title, bodyName, organiserName, goal } = campaign;
  const Title = level === 1 ? "h1" : "h3";
  const named = where?.places.slice(0, NAMED) ?? [];
  return (
    <>
      <p className="kicker">
        {kindWords(kind).One} to <b>{bodyName}</b> · started by {organiserName}
      </p>
      <Title>{title}</Title>
      <CountHeadline count={count} goal={goal} isClosed={isClosed} />
      {paperCount === 0 ? null : <PaperCounted count={paperCount} />}
      <Progress count={count} goal={goal} />
      {named.length === 0 ? null : (
        <p className="soft">
          {named.map((place) => `${figure(place.count)} in ${place.shortName}`).join(" · ")} ·{" "}
          <a href="#places">all places</a>
        </p>
      )}
    </>
  );
}
