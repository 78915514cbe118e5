import type { ReactElement } from "react";
import { storyReasonWords } from "#app/domain/story/story-reasons.ts";
import { Notice } from "./notice.tsx";
import { PlainText } from "./plain-text.tsx";

/** What a moderator decided and wrote, for the author of the story. */
export function StoryDecisionNote({
  decision,
}: {
  decision: { decision: string; reason: string; note: string };
}): ReactElement | null {
  const words = storyReasonWords(decision.reason);
  if (words === "" && decision.note === "") return null;
  return (
    <Notice tone={decision.decision === "publish" ? "plain" : "waiting"} title={TITLES[decision.decision]}>
      {words === "" ? null : <p>{words}</p>}
      {decision.note === "" ? null : <PlainText text={decision.note} />}
      {decision.decision === "reject" || decision.decision === "take_down" ? (
        <p>That is not a judgement of what happened to you.</p>
      ) : null}
    </Notice>
  );
}

const TITLES: Record<string, string> = {
  publish: "From the moderator",
  changes: "What the moderator asks you to change",
  reject: "Why it is not published",
  take_down: "Why it was taken off the site",
};
