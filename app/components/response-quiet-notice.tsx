import type { ReactElement } from "react";
import type { QuietAnswers } from "#app/domain/response/queries.server.ts";
import { calendarDay } from "./format.ts";
import { Notice } from "./notice.tsx";

/** Said instead of answers from places that are about to vote; nothing where there are none. */
export function ResponseQuietNotice({ quiet }: { quiet: QuietAnswers }): ReactElement | null {
  if (quiet.count === 0) return null;
  const polls = quiet.polls.map(({ name, pollOn }) => `${name} on ${calendarDay(pollOn)}`).join("; ");
  return (
    <Notice tone="waiting" title="Answers that are not shown before a poll">
      <p>
        There is a poll: {polls}. Until it is over, answers from there are not shown, whatever they say. They
        come back on the day after.
      </p>
    </Notice>
  );
}
