import type { ReactElement } from "react";
import type { PetitionProgress as Found } from "#app/domain/area/find-petition-progress.server.ts";
import type { PetitionStep } from "#app/domain/area/petition-progress.ts";
import { calendarDay, figure, people } from "./format.ts";
import { Progress } from "./progress.tsx";

const STEP_WORDS: Record<PetitionStep["kind"], string> = {
  debate: "for a debate by the council",
  officer: "to call an officer to answer questions",
  accepted: "for the council to take it as a petition",
};

/** How far a petition is by the council's own rule, and what of its signatures the council may count. */
export function PetitionProgress({ found }: { found?: Found }): ReactElement | null {
  if (found === undefined) return null;
  const { rule, councilName, total, handInCount, connectedCount, ahead } = found;
  return (
    <section aria-labelledby="council-rule">
      <h2 id="council-rule">By the council’s own rule</h2>
      <p>{ahead.isPassed ? <Reached {...{ total, ahead }} /> : <OnTheWay {...{ total, ahead }} />}</p>
      <Progress count={total} goal={ahead.needed} />
      <p>{handInWords({ councilName, handInCount, connectedCount })}</p>
      <p className="soft">
        The rule of {councilName}, as we read it on {calendarDay(rule.checkedOn)}:{" "}
        <a href={rule.sourceUrl}>the council’s own page</a>.
        {rule.note === "" ? "" : ` Its notes: ${rule.note}.`}
      </p>
    </section>
  );
}

function OnTheWay({ total, ahead }: Pick<Found, "total" | "ahead">): ReactElement {
  return (
    <>
      <b>
        {figure(total)} of {figure(ahead.needed)}
      </b>{" "}
      needed {STEP_WORDS[ahead.kind]}.
    </>
  );
}

function Reached({ total, ahead }: Pick<Found, "total" | "ahead">): ReactElement {
  return (
    <>
      <b>{figure(total)} have signed</b>: the {figure(ahead.needed)} needed {STEP_WORDS[ahead.kind]} are
      reached.
    </>
  );
}

/** What of the total a council may count: we cannot know more than signatories told us. */
export function handInWords({
  councilName,
  handInCount,
  connectedCount,
}: Pick<Found, "councilName" | "handInCount" | "connectedCount">): string {
  const given =
    handInCount === null
      ? "How many of them let us hand in their name is not shown: too few to show, or not counted yet."
      : `${people(handInCount)} let us hand in their name and postcode.`;
  const connected =
    connectedCount === null ? "" : ` ${people(connectedCount)} say that they live, work or study there.`;
  return `We count everybody who has confirmed. ${councilName} decides which of them it counts: often only those whose name and postcode it is given, and who live, work or study there. ${given}${connected}`;
}
