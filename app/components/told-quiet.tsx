import type { ReactElement } from "react";
import { calendarDay } from "./format.ts";
import { Notice } from "./notice.tsx";

/** Before a poll: whom we do not write to, and whose answers are not shown. */
export function ToldQuiet({
  polls,
}: {
  polls: readonly { name: string; pollOn: string }[];
}): ReactElement | null {
  if (polls.length === 0) return null;
  const named = polls.map(({ name, pollOn }) => `${name} on ${calendarDay(pollOn)}`).join("; ");
  return (
    <Notice tone="waiting" title="Quiet before a poll">
      <p>
        There is a poll: {named}. Until it is over nobody there is written to, and no answers from there are
        shown, so that nobody gains or loses by them.
      </p>
    </Notice>
  );
}
