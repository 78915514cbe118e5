import type { ReactElement } from "react";
import type { AskEvent } from "#app/domain/campaign/outcomes.server.ts";
import type { ShownAnswer } from "#app/domain/response/shown-answers.server.ts";
import type { AskOutcome } from "#db/tables/campaign.ts";
import { Chip, type ChipTone } from "./chip.tsx";
import { calendarDay } from "./format.ts";
import { ResponseList } from "./response-list.tsx";
import { SourceLink } from "./source-link.tsx";

export interface Ask {
  text: string;
  outcome: AskOutcome;
  /** When it came to that, as it stands in the chip: "in May". */
  when?: string;
  /** What has become of it, the newest first. */
  events?: readonly AskEvent[];
  /** What those who are asked have answered to it themselves. */
  answers?: readonly ShownAnswer[];
}

const OUTCOMES: Record<AskOutcome, { words: string; tone: ChipTone }> = {
  open: { words: "Not answered", tone: "waiting" },
  promised: { words: "Promised", tone: "ok" },
  partly: { words: "Partly done", tone: "ok" },
  refused: { words: "Refused", tone: "refused" },
  done: { words: "Done", tone: "ok" },
};

interface AskListProps {
  asks: readonly Ask[];
  /** Nobody was asked in a demonstration, so nothing stands against a real council: neither an answer nor silence. */
  isDemonstration?: boolean;
}

/** What a campaign demands, with what became of each, when, and where that is shown. */
export function AskList({ asks, isDemonstration = false }: AskListProps): ReactElement {
  return (
    <ol className="asks plain-list">
      {asks.map(({ text, outcome, when, events = [], answers = [] }) => (
        <li key={text}>
          <p>{text}</p>
          {isDemonstration ? (
            <Chip words="Open" tone="waiting" />
          ) : (
            <>
              <Chip
                words={[OUTCOMES[outcome].words, when].filter(Boolean).join(" ")}
                tone={OUTCOMES[outcome].tone}
              />
              <AskEvents events={events} />
            </>
          )}
          {answers.length === 0 ? null : (
            <div className="ask-answers">
              <ResponseList answers={answers} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What became of one ask, day by day. */
function AskEvents({ events }: { events: readonly AskEvent[] }): ReactElement | null {
  if (events.length === 0) return null;
  return (
    <ol className="ask-events plain-list">
      {events.map(({ publicId, outcome, happenedOn, words, sourceUrl }) => (
        <li key={publicId}>
          <b>
            {OUTCOMES[outcome].words}, {calendarDay(happenedOn)}.
          </b>{" "}
          {words} <SourceLink url={sourceUrl} />
        </li>
      ))}
    </ol>
  );
}
