import type { ReactElement } from "react";
import { SUM_METHOD } from "#app/domain/story/sum-words.ts";

/** How what families told is added up, and what is left out so that no child can be found. */
export function StorySumMethod(): ReactElement {
  return (
    <section aria-labelledby="how-counted">
      <h2 id="how-counted">How this is counted</h2>
      <ul>
        {SUM_METHOD.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
}
