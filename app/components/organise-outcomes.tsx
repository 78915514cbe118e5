import type { ReactElement } from "react";
import type { OrganisedOutcome } from "#app/domain/campaign/outcomes.server.ts";
import { Button } from "./button.tsx";
import { Chip } from "./chip.tsx";
import { calendarDay } from "./format.ts";
import { OUTCOME_WORDS, PROPOSAL_WORDS } from "./organise-words.ts";
import { Quoted } from "./quoted.tsx";
import { SourceLink } from "./source-link.tsx";

interface OrganiseOutcomesProps {
  base: string;
  asks: readonly { position: number; text: string }[];
  outcomes: readonly OrganisedOutcome[];
}

/** What was told of each ask, and where it stands. */
export function OrganiseOutcomes({ base, asks, outcomes }: OrganiseOutcomesProps): ReactElement {
  return (
    <ol className="asks plain-list">
      {asks.map(({ position, text }) => (
        <li key={position}>
          <p>{text}</p>
          <ul className="ask-events plain-list">
            {outcomes
              .filter((outcome) => outcome.position === position)
              .map((outcome) => (
                <Told key={outcome.publicId} base={base} outcome={outcome} />
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Told({ base, outcome }: { base: string; outcome: OrganisedOutcome }): ReactElement {
  const { publicId, happenedOn, words, sourceUrl, state, note, isCorrection } = outcome;
  const standing = PROPOSAL_WORDS[state];
  return (
    <li>
      <p>
        <b>{OUTCOME_WORDS[outcome.outcome].words}</b> on {calendarDay(happenedOn)}: {words}{" "}
        <SourceLink url={sourceUrl} /> <Chip words={standing.words} tone={standing.tone} />
        {isCorrection && state === "waiting" ? " It corrects what is shown now." : ""}
      </p>
      {note === "" ? null : <Quoted words={note} />}
      {state === "waiting" ? (
        <form method="post">
          <input type="hidden" name="outcome" value={publicId} />
          <Button tone="quiet" name="intent" value="take_back">
            Take it back
          </Button>
        </form>
      ) : null}
      {state === "accepted" ? (
        <p>
          <a href={`${base}?correct=${publicId}`}>Put it right</a>
        </p>
      ) : null}
    </li>
  );
}
