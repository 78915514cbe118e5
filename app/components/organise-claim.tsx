import type { ReactElement } from "react";
import type { PetitionProgress } from "#app/domain/area/find-petition-progress.server.ts";
import { calendarDay, figure } from "./format.ts";
import { handInWords } from "./petition-progress.tsx";

interface OrganiseClaimProps {
  found: PetitionProgress;
  /** Whose page this stands on: `/organise/12`. */
  base: string;
  /** Only owners may fetch the list of names. */
  isOwner: boolean;
}

const WON = {
  debate: "ask for a debate by the council",
  officer: "ask that an officer answers questions",
  accepted: "hand it in",
} as const;

/** When a petition has passed the number that a council's rule asks for: the steps by which it is claimed. */
export function OrganiseClaim({ found, base, isOwner }: OrganiseClaimProps): ReactElement | null {
  const { claim, rule, councilName, total } = found;
  if (claim === undefined) return null;
  return (
    <section>
      <h2 id="claim">You can {WON[claim.kind]}</h2>
      <p>
        {figure(total)} have signed, and the rule of {councilName} asks for {figure(claim.needed)}. It does
        not happen by itself: you have to ask.
      </p>
      <ol>
        <li>
          Read <a href={rule.sourceUrl}>the council’s own page</a> again. We read it on{" "}
          {calendarDay(rule.checkedOn)}, and rules change.
          {rule.note === "" ? "" : ` Noted then: ${rule.note}.`}
        </li>
        <li>{handInWords(found)}</li>
        <li>
          Write to the council’s democratic services: the title, what you ask, how many have signed, who
          speaks for it, and that you {WON[claim.kind]} under its petition scheme. Send{" "}
          <a href={`${base}/tallies.csv`}>the numbers by place</a> with it.
        </li>
        <li>
          Ask in what form it takes the signatures, and send names to nobody but the council.{" "}
          {isOwner ? (
            <a href={`${base}/hand-in`}>The list of those who let you hand in their name</a>
          ) : (
            "An owner of this petition can fetch the list of those who let you hand in their name."
          )}
        </li>
        <li>Ask for the day of the meeting, how long you may speak, and by when papers must be in.</li>
        <li>
          <a href={`${base}/outcomes`}>Tell here what became of it</a>, so that everybody who signed can see.
        </li>
      </ol>
    </section>
  );
}
