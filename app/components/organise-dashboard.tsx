import type { ReactElement } from "react";
import type { PetitionProgress } from "#app/domain/area/find-petition-progress.server.ts";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import type { CountedDay } from "#app/domain/campaign/daily-counts.ts";
import type { Milestone } from "#app/domain/campaign/milestones.server.ts";
import type { NextStep } from "#app/domain/campaign/next-step.ts";
import type { Strongholds } from "#app/domain/campaign/strongholds.server.ts";
import type { Told } from "#app/domain/forwarding/queries.server.ts";
import type { CampaignKind, CampaignState } from "#db/tables/campaign.ts";
import { CountChart } from "./count-chart.tsx";
import { CountHeadline } from "./count-headline.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { calendarDay, figure, people } from "./format.ts";
import { OrganiseClaim } from "./organise-claim.tsx";
import { OrganiseHistory, type ReadMove } from "./organise-history.tsx";
import { OrganiseLinks } from "./organise-links.tsx";
import { OrganiseNext, type OrganiseNextProps } from "./organise-next.tsx";
import { OrganiseMilestones, OrganisePlaces } from "./organise-places.tsx";
import { Progress } from "./progress.tsx";
import { toldRows } from "./told-rows.ts";
import { ToldTable } from "./told-table.tsx";

export interface DashboardProps {
  campaign: {
    number: number;
    slug: string;
    title: string;
    bodyName: string;
    state: CampaignState;
    goal: number;
    kind: CampaignKind;
    isCouncil: boolean;
    closesOn: string;
    isPublic: boolean;
  };
  isOwner: boolean;
  step: NextStep;
  shareUrl: string;
  note: string;
  decision: OrganiseNextProps["decision"];
  count: number;
  pending: number;
  lately: number;
  today: string;
  days: readonly CountedDay[];
  where?: { countedAt: number; levels: readonly Strongholds[] };
  milestones: readonly Milestone[];
  /** How far it is by the rule of the council addressed. */
  claim?: PetitionProgress;
  told: { rows: readonly Told[]; count: number; isLive: boolean };
  moves: readonly ReadMove[];
}

/** All that those who run a campaign see of it: the number and where it comes from first. */
export function OrganiseDashboard(props: DashboardProps): ReactElement {
  const { campaign, isOwner, step, shareUrl, note, decision, count, where, days, today, lately, milestones } =
    props;
  const { number, kind, title, bodyName, goal, isPublic, slug } = campaign;
  const publicBase = isPublic ? publicCampaignPath({ kind, slug }) : undefined;
  return (
    <div className="organise">
      <div className="organise-count">
        <CountHeadline count={count} goal={goal} isClosed={step === "hand_in" || step === "tell_outcome"} />
        <Progress count={count} goal={goal} />
        <Foremost where={where} />
      </div>
      <div className="organise-side">
        <OrganiseNext
          {...{ step, shareUrl, note, decision, count, goal }}
          campaign={{ number, kind, title, bodyName }}
        />
        <OrganiseLinks campaign={campaign} isOwner={isOwner} />
      </div>
      <section className="organise-places">
        <h2 id="places">Where they live</h2>
        <OrganisePlaces where={where} publicBase={publicBase} />
      </section>
      <section>
        <h2 id="growth">How it has grown</h2>
        <CountChart days={days} today={today} lately={lately} />
        <Numbers {...props} />
      </section>
      <section>
        <h2 id="milestones">What comes next</h2>
        <p>
          {count < goal
            ? `${people(goal - count)} more and you reach your goal of ${figure(goal)}.`
            : `You have reached your goal of ${figure(goal)}.`}
        </p>
        <OrganiseMilestones milestones={milestones} />
      </section>
      {props.claim === undefined || !isPublic ? null : (
        <OrganiseClaim found={props.claim} base={`/organise/${number}`} isOwner={isOwner} />
      )}
      {publicBase === undefined ? null : <ToldSection {...props} base={publicBase} />}
      {props.moves.length === 0 ? null : (
        <section>
          <h2 id="history">What has happened</h2>
          <OrganiseHistory moves={props.moves} />
        </section>
      )}
    </div>
  );
}

/** The three largest numbers in a line, for somebody who looks for a second. */
function Foremost({ where }: Pick<DashboardProps, "where">): ReactElement | null {
  const wards = where?.levels.find(({ level }) => level === "ward")?.places.slice(0, 3) ?? [];
  if (wards.length === 0) return null;
  return (
    <p className="soft">
      {wards.map((ward) => `${figure(ward.count)} in ${ward.shortName}`).join(" · ")} ·{" "}
      <a href="#places">all wards</a>
    </p>
  );
}

function Numbers({ campaign, count, pending, lately }: DashboardProps): ReactElement {
  return (
    <DefinitionList
      rows={[
        { term: "Confirmed", value: people(count) },
        {
          term: "Not confirmed yet",
          value: `${people(pending)} signed and ${pending === 1 ? "has" : "have"} not pressed the link in their mail. They are not counted.`,
        },
        {
          term: "In the last seven days",
          value: lately < 0 ? `${figure(-lately)} fewer` : `${figure(lately)} more`,
        },
        { term: "Last day to sign", value: calendarDay(campaign.closesOn) },
      ]}
    />
  );
}

function ToldSection({ told, base }: DashboardProps & { base: string }): ReactElement {
  return (
    <section>
      <h2 id="told">Who is told</h2>
      {told.count === 0 ? (
        <p>
          Nobody yet. As soon as five people have signed in one place, its MP and councillors{" "}
          {told.isLive ? "are" : "would be"} told how many.
        </p>
      ) : (
        <>
          <ToldTable
            caption="Who is told how many of their constituents have signed"
            fateHeading="What became of it"
            rows={toldRows(told.rows)}
          />
          <p>
            <a href={`${base}/told`}>All {figure(told.count)} of them</a>
          </p>
        </>
      )}
    </section>
  );
}
