import type { ReactElement } from "react";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";

/** How a ledger is to be read: fairly. */
export function ToldHow(): ReactElement {
  return (
    <>
      <h2>How to read this</h2>
      <ul>
        <li>
          Each number is of people who signed in that representative’s own area, unless it says otherwise. The
          same numbers stand in the messages; nobody’s name or address does.
        </li>
        <li>
          Not having been told is not silence. Nobody can answer what they have not been sent, and “sent” does
          not yet mean that it was read. Many offices answer people one by one, not here.
        </li>
        <li>
          “No address known” is ours to mend, not theirs. If you know who it is or how they are written to,
          tell us by the link in that row.
        </li>
        <li>
          Nobody is told of fewer than {SMALLEST_SHOWN_COUNT}: so small a number could point at a person.
        </li>
        <li>
          A representative hears when a number has grown a good step, and at most once a week over all
          campaigns. <a href="/about#told">How we tell them</a>
        </li>
      </ul>
    </>
  );
}
