import type { ReactElement } from "react";
import type { StoryStep } from "#app/domain/story/steps.ts";
import { Notice } from "./notice.tsx";
import { PlainText } from "./plain-text.tsx";

/** Said where a page was saved elsewhere since it was opened: what was typed stands in the form, the rest here. */
export function StoryChanged({
  step,
  now,
}: {
  step: StoryStep;
  now: Readonly<Record<string, string>>;
}): ReactElement {
  const saved = step === "text" ? [now.title, now.text] : step === "quote" ? [now.contentNote, now.easy] : [];
  return (
    <Notice tone="waiting" title="This page was changed elsewhere meanwhile">
      <p role="alert">
        Nothing is lost. What you have just typed stands below. Press “Save and go on” again to keep it in
        place of what is saved now.
      </p>
      {saved.some((text) => text !== undefined && text !== "") ? (
        <details>
          <summary>What is saved now</summary>
          <PlainText text={saved.filter(Boolean).join("\n\n")} />
        </details>
      ) : null}
    </Notice>
  );
}
