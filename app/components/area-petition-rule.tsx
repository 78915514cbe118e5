import type { ReactElement } from "react";
import type { PetitionRule } from "#app/domain/area/petition-rule.server.ts";
import { calendarDay, people } from "./format.ts";

/** How many must sign before a council debates; only what somebody has read at its source. */
export function AreaPetitionRule({ rule }: { rule?: PetitionRule }): ReactElement {
  return (
    <section className="card" aria-labelledby="petition-rule">
      <h2 id="petition-rule">Petition rule</h2>
      {rule === undefined ? (
        <p>We do not know this council’s rule for a debate yet.</p>
      ) : (
        <>
          <ul>
            {sentences(rule).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {rule.note === "" ? null : <p>{rule.note}</p>}
          <p className="hint">
            <a href={rule.sourceUrl}>The council’s own page</a>, read on {calendarDay(rule.checkedOn)}.
          </p>
        </>
      )}
    </section>
  );
}

function sentences({ minSignatures, debateThreshold, officerThreshold }: PetitionRule): string[] {
  const found = [
    minSignatures === null ? "" : `It takes a petition of ${people(minSignatures)} or more.`,
    debateThreshold === null ? "" : `It debates one of ${people(debateThreshold)} or more.`,
    officerThreshold === null
      ? ""
      : `One of ${people(officerThreshold)} can call an officer to answer questions.`,
  ];
  return found.filter((sentence) => sentence !== "");
}
