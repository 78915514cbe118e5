import type { ReactElement } from "react";
import type { PollKind } from "#db/tables/forwarding.ts";
import { Button } from "./button.tsx";
import { Chip } from "./chip.tsx";
import { calendarDay } from "./format.ts";

/** What is voted on. */
export const POLL_WORDS: Record<PollKind, string> = {
  general: "General election",
  local: "Council election",
  devolved: "Election to a national parliament or assembly",
  mayoral: "Election of a mayor",
  by_election: "By-election",
  referendum: "Referendum",
};

interface ShownPoll {
  publicId: string;
  kind: PollKind;
  name: string;
  areaName: string;
  quietFrom: string;
  pollOn: string;
  source: string;
  isCancelled: boolean;
}

interface PollListProps {
  polls: readonly ShownPoll[];
  /** Today in London. */
  today: string;
}

/** All polls, each with a button to call it off while it matters. */
export function PollList({ polls, today }: PollListProps): ReactElement {
  if (polls.length === 0) return <p>None has been entered.</p>;
  return (
    <ul className="representatives plain-list">
      {polls.map((poll) => {
        const { publicId, kind, name, areaName, quietFrom, pollOn, source, isCancelled } = poll;
        return (
          <li key={publicId}>
            <b>{name}</b> <PollChip poll={poll} today={today} />
            <span className="detail">
              {POLL_WORDS[kind]}, {areaName === "" ? "everywhere" : areaName}: quiet from{" "}
              {calendarDay(quietFrom)} to {calendarDay(pollOn)}. Source: {source}
            </span>
            {isCancelled || pollOn < today ? null : (
              <form method="post">
                <input type="hidden" name="poll" value={publicId} />
                <Button tone="quiet" name="intent" value="cancel">
                  Call it off<span className="hidden">: {name}</span>
                </Button>
              </form>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function PollChip({ poll, today }: { poll: ShownPoll; today: string }): ReactElement {
  if (poll.isCancelled) return <Chip words="Called off" tone="refused" />;
  if (poll.pollOn < today) return <Chip words="Over" tone="plain" />;
  return poll.quietFrom <= today ? (
    <Chip words="Quiet now" tone="waiting" />
  ) : (
    <Chip words="To come" tone="ok" />
  );
}
