import type { ReactElement } from "react";

/** How what families told is added up, and what is left out so that no child can be found. */
export function StorySumMethod(): ReactElement {
  return (
    <section aria-labelledby="how-counted">
      <h2 id="how-counted">How this is counted</h2>
      <ul>
        <li>
          Families write their story, and may add facts beside it: what happened, how long, how far, what it
          cost. A moderator reads the story before it is published. Nobody has checked each fact, and families
          who tell here are not a sample of all. What people who work with children tell can be read here, and
          is not added up.
        </li>
        <li>
          Facts are told in bands, such as “7 to 12 months”. We add up the middle of each band, keep two
          figures and say “about”. A fact is added up only where ten families or more have told it.
        </li>
        <li>
          Facts are never shown with one story, and so you cannot sort the stories by what happened. A number
          of fewer than five families is left out, and so is one that would let you work such a number out.
        </li>
        <li>
          The numbers move at most every 30 days, and only when five families or more have joined or left. A
          number marked “counted earlier” stands as it was, because a smaller change could point to one
          family.
        </li>
        <li>
          A family can take its story back at any time. It is gone from here at once, and from the numbers
          within 31 days.
        </li>
      </ul>
    </section>
  );
}
