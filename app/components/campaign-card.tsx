import type { ReactElement } from "react";
import { Chip, type ChipTone } from "./chip.tsx";
import { figure } from "./format.ts";
import { Progress } from "./progress.tsx";

export interface CampaignCardProps {
  href: string;
  title: string;
  /** "Petition to Worcestershire County Council". */
  addressedTo: string;
  count: number;
  goal?: number;
  /** How many signed in the place that was searched for: "214 of them in Worcester". */
  here?: { count: number; name: string };
  state?: { words: string; tone?: ChipTone };
  /** What the list is about: "34 of them this week", "Last day: 3 December". */
  note?: string;
  /** Level of the title, one below the heading over the list. */
  level?: 2 | 3;
}

/** Campaigns to choose from, side by side where there is room. */
export function CampaignList({ campaigns }: { campaigns: readonly CampaignCardProps[] }): ReactElement {
  return (
    <ul className="campaigns plain-list">
      {campaigns.map((campaign) => (
        <CampaignCard key={campaign.href} {...campaign} />
      ))}
    </ul>
  );
}

/** One campaign: an item of a list. */
export function CampaignCard(props: CampaignCardProps): ReactElement {
  const { href, title, addressedTo, count, goal, here, state, note, level = 2 } = props;
  const Title = level === 2 ? "h2" : "h3";
  return (
    <li>
      <article className="card campaign-card">
        <p className="kicker">{addressedTo}</p>
        <Title className="title">
          <a href={href}>{title}</a>
        </Title>
        {goal === undefined ? null : <Progress count={count} goal={goal} />}
        <p>
          <b className="number">{figure(count)}</b>
          {`${count === 1 ? " signature" : " signatures"}${here === undefined ? "" : `, ${figure(here.count)} of them in ${here.name}`}`}
          {state === undefined ? null : (
            <>
              {" "}
              <Chip {...state} />
            </>
          )}
        </p>
        {note === undefined ? null : <p className="soft">{note}</p>}
      </article>
    </li>
  );
}
