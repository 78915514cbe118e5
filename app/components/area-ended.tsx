import type { ReactElement } from "react";
import type { AreaEnding } from "#app/domain/area/ending.server.ts";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { calendarDay, counted } from "./format.ts";
import { Notice } from "./notice.tsx";

interface AreaEndedProps {
  name: string;
  /** The last day. */
  endsOn: string;
  successors: readonly { name: string; href?: string }[];
  /** What was counted here on that day. */
  frozen: AreaEnding["frozen"];
}

/** Says that an area is no more, and what came after it. */
export function AreaEnded({ name, endsOn, successors, frozen }: AreaEndedProps): ReactElement {
  return (
    <Notice tone="waiting" title={`${name} has ended`}>
      <p>Its last day was {calendarDay(endsOn)}.</p>
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
      {frozen.length === 0 ? null : (
        <>
          <p>Signed here on its last day. These numbers no longer change:</p>
          <ul>
            {frozen.map((tally) => (
              <li key={`${tally.kind} ${tally.slug}`}>
                <a href={publicCampaignPath(tally)}>{tally.title}</a>: {counted(tally.count, "signature")}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
