import type { ReactElement } from "react";
import type { PaperBatchSeen } from "#app/domain/paper/queries.server.ts";
import { Button } from "./button.tsx";
import { counted, figure, londonDay, londonTime } from "./format.ts";

interface PaperBatchesProps {
  batches: readonly PaperBatchSeen[];
  mayChange: boolean;
}

/** What has been sent from paper, newest first: how much of it counts, and why the rest does not. */
export function PaperBatches({ batches, mayChange }: PaperBatchesProps): ReactElement | null {
  if (batches.length === 0) return null;
  return (
    <>
      <h2>Counted so far</h2>
      <ul className="queues plain-list">
        {batches.map((batch) => (
          <li key={batch.publicId}>
            <b>{batch.words === "" ? "Without a note" : batch.words}</b>
            <span className="detail">
              Sent on {londonDay(batch.createdAt)} at {londonTime(batch.createdAt)}.{" "}
              {counted(batch.rowCount, "row")}: {fates(batch)}.
            </span>
            {mayChange ? (
              <form method="post">
                <input type="hidden" name="paper" value={batch.publicId} />
                <Button tone="quiet" name="intent" value="remove">
                  Take these off
                  <span className="hidden">
                    {" "}
                    ({batch.words === "" ? londonTime(batch.createdAt) : batch.words})
                  </span>
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function fates({ counted: count, repeated, online }: PaperBatchSeen): string {
  return [
    `${figure(count)} counted`,
    ...(online > 0 ? [`${figure(online)} signed here too and count there`] : []),
    ...(repeated > 0 ? [`${figure(repeated)} on paper twice`] : []),
  ].join(", ");
}
