import type { ReactElement } from "react";
import { HOUR } from "#app/domain/time/durations.ts";
import type { ComplaintState } from "#db/tables/moderation.ts";
import { Chip } from "./chip.tsx";
import { COMPLAINT_DUE, deadlineWords } from "./complaint-words.ts";
import { counted } from "./format.ts";

/** What the clock of a complaint asks for next, until when, and how much of the time is left. */
export function ComplaintDue({
  state,
  dueAt,
  now,
}: {
  state: ComplaintState;
  dueAt: number | null;
  now: number;
}): ReactElement | null {
  const what = COMPLAINT_DUE[state];
  if (what === undefined || dueAt === null) return null;
  const hours = Math.floor((dueAt - now) / HOUR);
  const isOurs = state !== "author_asked";
  const tone = !isOurs ? "plain" : hours < 0 ? "refused" : hours < 24 ? "waiting" : "ok";
  const left =
    dueAt <= now
      ? isOurs
        ? "Late"
        : "Over"
      : hours < 1
        ? "Less than an hour left"
        : `${counted(hours, "hour")} left`;
  return (
    <>
      {what}: by {deadlineWords(dueAt)}. <Chip words={left} tone={tone} />
    </>
  );
}
