import type { ReactElement } from "react";
import type { Queue } from "#app/domain/moderation/queue.ts";
import { Chip } from "./chip.tsx";
import { counted, figure } from "./format.ts";
import { urgencyChip, waitedWords } from "./moderate-words.ts";

/** All that waits, what is late or soon will be first to the eye: how many, how old, in words and colour. */
export function QueueList({ queues, now }: { queues: readonly Queue[]; now: number }): ReactElement {
  return (
    <ul className="queues plain-list">
      {queues.map(({ name, href, count, oldestAt, targetHours }) => (
        <li key={href}>
          <div className="queue-head">
            <a href={href}>{name}</a>
            <b>{figure(count)}</b>
          </div>
          {oldestAt === null ? (
            <span className="detail">Nothing waits</span>
          ) : (
            <span className="detail">
              <Chip {...urgencyChip(oldestAt, targetHours, now)} /> The oldest has waited{" "}
              {waitedWords(oldestAt, now)}, of {targetWords(targetHours)} at most
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function targetWords(hours: number): string {
  return hours % 24 === 0 ? counted(hours / 24, "day") : counted(hours, "hour");
}
