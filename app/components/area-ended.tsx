import type { ReactElement } from "react";
import { calendarDay } from "./format.ts";
import { Notice } from "./notice.tsx";

interface AreaEndedProps {
  name: string;
  /** The last day. */
  endsOn: string;
  successors: readonly { name: string; href?: string }[];
}

/** Says that an area is no more, and what came after it. */
export function AreaEnded({ name, endsOn, successors }: AreaEndedProps): ReactElement {
  return (
    <Notice tone="waiting" title={`${name} has ended`}>
      <p>Its last day was {calendarDay(endsOn)}. The numbers below were its own and no longer change.</p>
      {successors.length === 0 ? null : (
        <p>
          {"After it came "}
          {successors.map(({ name: successor, href }, index) => (
            <span key={successor}>
              {index === 0 ? "" : index === successors.length - 1 ? " and " : ", "}
              {href === undefined ? successor : <a href={href}>{successor}</a>}
            </span>
          ))}
          .
        </p>
      )}
    </Notice>
  );
}
