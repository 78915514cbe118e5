import type { ReactElement, ReactNode } from "react";
import type { DispatchStop } from "#app/domain/forwarding/dispatch-stop.server.ts";
import { figure, londonDayOfYear, londonTime } from "./format.ts";
import { Notice } from "./notice.tsx";

/** Says that mail to representatives stands still, why, and when it is tried again; `children` is what can be done. */
export function DispatchStopNotice({
  stop: { stoppedAt, probeAt, failureCount, reason },
  children,
}: {
  stop: DispatchStop;
  children: ReactNode;
}): ReactElement {
  return (
    <Notice tone="problem" title="Mail to representatives has stopped">
      <p>
        {figure(failureCount)} attempts in a row failed, the last with “{reason}”. It stopped on{" "}
        {londonDayOfYear(stoppedAt)} at {londonTime(stoppedAt)}. One message is tried again at{" "}
        {londonTime(probeAt)}; if it is taken, everything goes on.
      </p>
      {children}
    </Notice>
  );
}
