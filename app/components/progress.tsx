import type { ReactElement } from "react";
import { figure } from "./format.ts";

interface ProgressProps {
  count: number;
  goal: number;
}

/** How far a campaign is on the way to its goal. Green once it is there. */
export function Progress({ count, goal }: ProgressProps): ReactElement {
  return (
    <svg className="progress" height="14" role="img" aria-label={`${figure(count)} of ${figure(goal)}`}>
      <rect className="progress-track" width="100%" height="14" />
      <rect
        className={count >= goal ? "progress-won" : "progress-fill"}
        width={share(count, goal)}
        height="14"
        rx="7"
      />
    </svg>
  );
}

/** As a percentage to one decimal; a first signature is already seen. */
function share(count: number, goal: number): string {
  if (count === 0) return "0";
  const percent = Math.min(100, (100 * count) / Math.max(1, goal));
  return `${Math.max(2, Math.round(percent * 10) / 10)}%`;
}
