import type { ReactElement } from "react";
import { figure } from "./format.ts";

interface CountHeadlineProps {
  count: number;
  /** The next goal; left out of the sentence once it is reached. */
  goal?: number;
  /** True once nobody can sign any more. */
  isClosed?: boolean;
}

/** The largest thing on a campaign's page: the number, and its sentence. */
export function CountHeadline({ count, goal, isClosed = false }: CountHeadlineProps): ReactElement {
  return (
    <p className="count">
      <b>{figure(count)}</b> <span>{sentence(count, goal, isClosed)}</span>
    </p>
  );
}

function sentence(count: number, goal: number | undefined, isClosed: boolean): string {
  if (isClosed) return count === 1 ? "person signed." : "people signed.";
  const signed =
    count === 1 ? "person has confirmed their signature." : "people have confirmed their signature.";
  if (count === 0) return `${signed} Be the first.`;
  return goal !== undefined && count < goal ? `${signed} ${figure(goal)} is the next goal.` : signed;
}
