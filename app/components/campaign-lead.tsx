import type { ReactElement } from "react";
import type { WhereSigned } from "#app/domain/campaign/where-signed.server.ts";
import { CountHeadline } from "./count-headline.tsx";
import { figure } from "./format.ts";
import { Progress } from "./progress.tsx";

interface CampaignLeadProps {
  campaign: { title: string; bodyName: string; organiserName: string; goal: number; slug: string };
  /** The live total. */
  count: number;
  where?: WhereSigned;
  isClosed: boolean;
}

const NAMED = 3;

/** Who asks whom for what, how many have signed, and where most of them live. */
export function CampaignLead({ campaign, count, where, isClosed }: CampaignLeadProps): ReactElement {
  const { title, bodyName, organiserName, goal } = campaign;
  const named = where?.places.slice(0, NAMED) ?? [];
  return (
    <>
      <p className="kicker">
        Petition to <b>{bodyName}</b> · started by {organiserName}
      </p>
      <h1>{title}</h1>
      <CountHeadline count={count} goal={goal} isClosed={isClosed} />
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
