import type { ReactElement } from "react";

/** Stands above every page of a demonstration. The words are those that its mail carries too. */
export function DemonstrationBand(): ReactElement {
  return (
    <aside className="demonstration" aria-label="About this demonstration">
      <div className="wrap">
        <p>Demonstration: invented people, nothing was sent</p>
      </div>
    </aside>
  );
}
