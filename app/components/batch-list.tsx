import type { ReactElement } from "react";
import type { Batch } from "#app/domain/signature/batches.server.ts";
import { Button } from "./button.tsx";
import { figure } from "./format.ts";
import { dayAndTime } from "./moderate-words.ts";

interface BatchListProps {
  batches: readonly Batch[];
  /** Whether each can be put back here; else it leads to where it can. */
  mayRestore: boolean;
}

/** Signatures that were taken out together, and what has become of them. */
export function BatchList({ batches, mayRestore }: BatchListProps): ReactElement {
  if (batches.length === 0) return <p>None so far.</p>;
  return (
    <ul className="queues plain-list">
      {batches.map((batch) => (
        <li key={batch.publicId}>
          {mayRestore ? null : <a href={`/moderate/campaigns/${batch.number}/signatures`}>{batch.title}</a>}
          <span className="detail">
            {dayAndTime(batch.createdAt)}: {batch.reason}. {progress(batch)}
          </span>
          {mayRestore && batch.restoredAt === null ? (
            <form method="post">
              <input type="hidden" name="batch" value={batch.publicId} />
              <Button tone="quiet" name="intent" value="restore">
                Put these back<span className="hidden"> (taken out {dayAndTime(batch.createdAt)})</span>
              </Button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function progress({ takenCount, restoredAt, restoredCount, isDone }: Batch): string {
  const taken = `${figure(takenCount)} taken out of the count`;
  if (restoredAt !== null) return `${taken}, ${figure(restoredCount)} put back ${dayAndTime(restoredAt)}.`;
  return isDone ? `${taken}.` : `${taken}, still at work.`;
}
