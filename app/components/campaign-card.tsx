import type { ReactElement } from "react";
import { Chip, type ChipTone } from "./chip.tsx";
import { counted, figure } from "./format.ts";
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
  /** Level of the title, one below the heading over the list. */
  level?: 2 | 3;
}

/** One campaign in a list: an item of a `<ul className="stack plain-list">`. */
export function CampaignCard(props: CampaignCardProps): ReactElement {
  const { href, title, addressedTo, count, goal, here, state, level = 2 } = props;
  const Title = level === 2 ? "h2" : "h3";
  return (
    <li>
      <article className="card campaign-card">
        <p className="kicker">{addressedTo}</p>
        <Title>
          <a href={href}>{title}</a>
        </Title>
        {goal === undefined ? null : <Progress count={count} goal={goal} />}
        <p>
          <b className="number">{figure(count)}</b> {counted(count, "signature").replace(/^\S+ /, "")}
          {here === undefined ? null : `, ${figure(here.count)} of them in ${here.name}`}
          {state === undefined ? null : (
            <>
              {" "}
              <Chip {...state} />
            </>
          )}
        </p>
      </article>
    </li>
  );
}
