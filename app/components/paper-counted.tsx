import type { ReactElement } from "react";
import { figure } from "./format.ts";

/** How many signed on paper: beside the count, never in it. */
export function PaperCounted({ count }: { count: number }): ReactElement {
  return (
    <p className="soft">
      And <b>{figure(count)}</b> on paper, counted by the organiser.
    </p>
  );
}
