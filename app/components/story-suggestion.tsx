import type { ReactElement } from "react";
import type { ChangedPart } from "#app/domain/campaign/compare-texts.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";
import { PlainText } from "./plain-text.tsx";
import { TextComparison } from "./text-comparison.tsx";

interface StorySuggestionProps {
  suggestion: { publicId: string; why: string; parts: readonly ChangedPart[] };
}

/**
 * Another wording beside the author's own, with yes and no: posts `intent` suggestion, `suggestion` its public id and
 * `answer` accepted or declined to the page it stands on.
 */
export function StorySuggestion({ suggestion }: StorySuggestionProps): ReactElement {
  const { publicId, why, parts } = suggestion;
  return (
    <section id="suggestion">
      <Notice tone="waiting" title="A moderator suggests another wording">
        <PlainText text={why} />
        <p>Nothing has been changed. It is your story: say yes or no.</p>
      </Notice>
      <TextComparison parts={parts} left="Your words" right="As suggested" />
      <form method="post" className="row">
        <input type="hidden" name="intent" value="suggestion" />
        <input type="hidden" name="suggestion" value={publicId} />
        <Button name="answer" value="accepted">
          Yes, use these words
        </Button>
        <Button tone="quiet" name="answer" value="declined">
          No, keep mine
        </Button>
      </form>
    </section>
  );
}
