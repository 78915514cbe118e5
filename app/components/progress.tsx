import { type ReactElement, useId } from "react";
import { figure } from "./format.ts";

interface ProgressProps {
  count: number;
  goal: number;
}

/** How far a campaign is on the way to its goal. The colour turns green as the goal comes near. */
export function Progress({ count, goal }: ProgressProps): ReactElement {
  const id = useId();
  return (
    <svg className="progress" height="14" role="img" aria-label={`${figure(count)} of ${figure(goal)}`}>
      <linearGradient id={id} gradientUnits="userSpaceOnUse" x1="0" x2="100%">
        <stop className="progress-start" offset="35%" />
        <stop className="progress-end" offset="100%" />
      </linearGradient>
      <rect className="progress-track" width="100%" height="14" />
      <rect width={share(count, goal)} height="14" rx="7" fill={`url(#${id})`} />
    </svg>
  );
}

/** As a percentage to one decimal; a first signature is already seen. */
function share(count: number, goal: number): string {
  if (count === 0) return "0";
  const percent = Math.min(100, (100 * count) / Math.max(1, goal));
  return `${Math.max(2, Math.round(percent * 10) / 10)}%`;
}
