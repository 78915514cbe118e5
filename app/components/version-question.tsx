import type { ReactElement } from "react";
import type { VersionQuestion as Question } from "#app/domain/open-letter/version-question.server.ts";
import { Button } from "./button.tsx";
import { TextComparison } from "./text-comparison.tsx";

/** What has changed in a letter since somebody signed it. */
export function VersionDifference({ parts }: Pick<Question, "parts">): ReactElement {
  return (
    <>
      <h2>What has changed since you signed</h2>
      {parts.length === 0 ? (
        <p>It reads the same.</p>
      ) : (
        <TextComparison parts={parts} left="The words that you signed" right="As it is now" />
      )}
    </>
  );
}

/** Which words somebody signs: the buttons of a form that confirms a signature. */
export function VersionButtons({ question }: { question: Question }): ReactElement {
  const { signed, present, isFormerPublic } = question;
  return (
    <>
      <input type="hidden" name="shownVersion" value={present} />
      <p className="row">
        <Button name="textVersion" value={String(present)}>
          Confirm: I sign it as it is now
        </Button>
        {isFormerPublic ? (
          <Button tone="quiet" name="textVersion" value={String(signed)}>
            Confirm: I sign only the words that I read
          </Button>
        ) : null}
      </p>
    </>
  );
}
