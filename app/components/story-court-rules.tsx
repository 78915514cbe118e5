import type { ReactElement } from "react";
import type { StoryContent } from "#app/domain/story/content.ts";
import { Notice } from "./notice.tsx";

/** What the law forbids to publish of a case about a child, shown where the author said yes or was not sure. */
export function StoryCourtRules({ court }: Pick<StoryContent, "court">): ReactElement | null {
  if (court === "no") return null;
  return (
    <Notice
      tone="problem"
      title={
        court === "yes"
          ? "There is or was a court, care or police case"
          : "The author is not sure whether there was a court, care or police case"
      }
    >
      <p>
        Another moderator approves it first, and only an admin publishes it. When in doubt, do not publish.
      </p>
      <ul>
        <li>
          <b>Children Act 1989, section 97.</b> While a family court case goes on, nothing may be published
          that is likely to identify a child in it, nor their address or school. It is a criminal offence.
        </li>
        <li>
          <b>Administration of Justice Act 1960, section 12.</b> What happened in a private hearing about a
          child may not be told: what was said, written or filed, reports of experts, what the judge decided
          and why. That stays so when the case is over. That there is a case at all may mostly be said.
        </li>
        <li>
          <b>Sexual Offences (Amendment) Act 1992.</b> Whoever says, or of whom it is said, that they are the
          victim of a sexual offence must not be recognisable, for life, whatever came of the case. Their
          mother telling it under no name can be enough to recognise them.
        </li>
        <li>A police case that goes on: nothing that could sway a trial (Contempt of Court Act 1981).</li>
      </ul>
    </Notice>
  );
}
