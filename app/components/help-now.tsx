import type { ReactElement } from "react";
import type { Danger } from "#app/domain/story/crisis.ts";
import { Notice } from "./notice.tsx";

interface HelpNowProps {
  /** What was read out of the text; none shows the help for everybody. */
  dangers?: readonly Danger[];
}

/**
 * Numbers and hours, read in November 2026. Sources: nspcc.org.uk "Report abuse" (the line is staffed from 8am to 10pm,
 * at weekends from 9am to 6pm), refuge.org.uk (National Domestic Abuse Helpline, at any hour), samaritans.org,
 * childline.org.uk.
 */

/** Where help is at once, for somebody whose words sound as if they or a child could be in danger. */
export function HelpNow({ dangers = [] }: HelpNowProps): ReactElement {
  const isHurt = dangers.some((danger) => danger === "abuse" || danger === "child_in_danger");
  const isHome = dangers.includes("violence_at_home");
  return (
    <Notice tone="waiting" title="You do not have to carry this alone">
      <p>
        Some of your words tell us that you or a child may be in danger, or very low. We are sorry that it has
        come to this. We do not read at once, so please do not wait for us. These people answer now.
      </p>
      <ul className="help-now">
        <li>
          If somebody is in danger now, ring <a href="tel:999">999</a>.
        </li>
        <li>
          To talk to somebody, at any hour, about anything: Samaritans, <a href="tel:116123">116 123</a>. It
          costs nothing.
        </li>
        <li>
          If you are under 19: Childline, <a href="tel:08001111">0800 1111</a>. It costs nothing and does not
          show on the bill.
        </li>
        {isHome ? (
          <li>
            If somebody at home hurts or frightens you: the National Domestic Abuse Helpline,{" "}
            <a href="tel:08082000247">0808 2000 247</a>, at any hour.
          </li>
        ) : null}
        {isHurt ? (
          <li>
            If you are worried about a child: the NSPCC, <a href="tel:08088005000">0808 800 5000</a>, by day
            and in the evening, or the children’s services of your council.
          </li>
        ) : null}
      </ul>
      <p>What you have written is kept. You can stop here and come back, or go on.</p>
    </Notice>
  );
}
