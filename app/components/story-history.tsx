import type { ReactElement } from "react";
import type { ShownDecision } from "#app/domain/story/story-decisions.server.ts";
import { storyReasonLabel } from "#app/domain/story/story-reasons.ts";
import type { ShownSuggestion } from "#app/domain/story/suggestions.server.ts";
import type { StoryDecision, SuggestionState } from "#db/tables/story.ts";
import { dayAndTime } from "./moderate-words.ts";
import { PlainText } from "./plain-text.tsx";

interface StoryHistoryProps {
  decisions: readonly (ShownDecision & { by: string })[];
  suggestions: readonly Pick<ShownSuggestion, "publicId" | "state" | "createdAt" | "wording">[];
}

const DECISIONS: Record<StoryDecision, string> = {
  publish: "Published",
  approve: "Approved, for another to publish",
  changes: "Asked for changes",
  reject: "Rejected",
  take_down: "Taken down",
};

const SUGGESTIONS: Record<SuggestionState, string> = {
  waiting: "The author has not answered",
  accepted: "The author has accepted it",
  declined: "The author has declined it",
};

/** Who decided what about a story and with which words, and which wordings were suggested; newest first. */
export function StoryHistory({ decisions, suggestions }: StoryHistoryProps): ReactElement | null {
  if (decisions.length === 0 && suggestions.length === 0) return null;
  return (
    <section>
      <h2>What happened so far</h2>
      <ul className="plain-list queues">
        {decisions.map(({ decision, reason, note, by, at }) => (
          <li key={`${at} ${decision} ${by}`}>
            <b>{DECISIONS[decision]}</b>
            <span className="detail">
              {by}, {dayAndTime(at)}
              {reason === "" ? "" : `: ${storyReasonLabel(reason)}`}
            </span>
            {note === "" ? null : <PlainText text={note} />}
          </li>
        ))}
        {suggestions.map(({ publicId, state, createdAt, wording }) => (
          <li key={publicId}>
            <b>Another wording was suggested</b>
            <span className="detail">
              {dayAndTime(createdAt)}. {SUGGESTIONS[state]}
            </span>
            <PlainText text={wording.why} />
          </li>
        ))}
      </ul>
    </section>
  );
}
