import type { ReactElement, ReactNode } from "react";
import type { TroubledDelivery } from "#app/domain/forwarding/troubled-deliveries.server.ts";
import { Chip } from "./chip.tsx";
import { DELIVERY_WORDS } from "./delivery-words.ts";
import { calendarDay, counted, londonDay, londonTime } from "./format.ts";

type Shown = Pick<
  TroubledDelivery,
  "publicId" | "to" | "areaName" | "slotOn" | "mode" | "state" | "reason" | "attemptCount" | "sendingAt"
> & { events: { kind: string; at: number }[] };

/** One message that something went wrong with: to whom, of which round, and all that is known of its way. */
export function TroubledDeliveryItem({
  delivery,
  children,
}: {
  delivery: Shown;
  children?: ReactNode;
}): ReactElement {
  const { publicId, to, areaName, slotOn, mode, state, reason, attemptCount, sendingAt, events } = delivery;
  return (
    <li>
      <a href={`/admin/representatives/${publicId}`}>{to}</a>, {areaName}{" "}
      <Chip words={DELIVERY_WORDS[state]} tone={state === "uncertain" ? "waiting" : "refused"} />
      {mode === "rehearsal" ? (
        <>
          {" "}
          <Chip words="Rehearsal" />
        </>
      ) : null}
      <span className="detail">
        Round of {calendarDay(slotOn)}, {counted(attemptCount, "attempt")}
        {sendingAt === null ? "" : `, the last on ${momentOf(sendingAt)}`}
        {reason === "" ? "" : `. Known of it: ${reason}`}
      </span>
      {events.length === 0 ? null : (
        <span className="detail">
          Reported: {events.map(({ kind, at }) => `${kind} on ${momentOf(at)}`).join("; ")}
        </span>
      )}
      {children}
    </li>
  );
}

function momentOf(at: number): string {
  return `${londonDay(at)} at ${londonTime(at)}`;
}
