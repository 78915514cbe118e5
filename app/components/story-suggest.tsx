import type { ReactElement } from "react";
import type { StoryContent } from "#app/domain/story/content.ts";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import type { SentForm } from "./story-decide.tsx";
import { TextArea } from "./text-area.tsx";

interface StorySuggestProps extends SentForm {
  content: StoryContent;
  revision: number;
}

/** Another wording of what everybody would read, for the author to accept or to decline. */
export function StorySuggest({ content, revision, values, errors }: StorySuggestProps): ReactElement {
  const isSent = values.intent === "suggest";
  const at = isSent ? values : content;
  const wrong: SentForm["errors"] = isSent ? errors : {};
  return (
    <details open={isSent ? true : undefined}>
      <summary>Suggest another wording</summary>
      <form method="post" noValidate>
        <p>
          Change as few words as you can. Nothing changes until the author says yes; they see your words
          beside theirs.
        </p>
        <input type="hidden" name="revision" value={revision} />
        <Field name="title" label="Title" value={at.title} error={wrong.title} />
        <TextArea name="text" label="The story" rows={16} value={at.text} error={wrong.text} />
        <Field
          name="contentNote"
          label="What people should know before they read"
          isRequired={false}
          value={at.contentNote}
          error={wrong.contentNote}
        />
        <TextArea name="easy" label="In easy words" isRequired={false} value={at.easy} error={wrong.easy} />
        <TextArea name="why" label="Why, for the author" value={isSent ? values.why : ""} error={wrong.why} />
        <Button tone="quiet" name="intent" value="suggest">
          Send the suggestion
        </Button>
      </form>
    </details>
  );
}
