import type { ReactElement } from "react";
import { STATEMENT_REASONS } from "#app/domain/story/statement.ts";
import type { StatementKind } from "#db/tables/story.ts";
import { Button } from "./button.tsx";
import { Choice } from "./choice.tsx";
import { RadioField } from "./radio-field.tsx";
import type { SentForm } from "./story-decide.tsx";
import { TextArea } from "./text-area.tsx";

interface StoryStatementSettleProps extends SentForm {
  kind: StatementKind;
  isStory: boolean;
  /** Why a statement cannot be shown, or blank. */
  obstacle: string;
}

/** Publish a statement or accept a correction, or decline it. */
export function StoryStatementSettle(props: StoryStatementSettleProps): ReactElement {
  const { kind, isStory, obstacle, values, errors } = props;
  const yes =
    kind === "statement"
      ? {
          value: "publish",
          label: "Show it",
          hint: "Everybody reads it at once beside what families tell. Nothing in it may lead to a child, or show that the family is known to them.",
        }
      : {
          value: "accept",
          label: "Accept it",
          hint: isStory
            ? "The next page lets you suggest another wording. The story changes only if its author says yes."
            : "We put right what we say ourselves. What families told stays as it is.",
        };
  const isBarred = obstacle !== "" && kind === "statement";
  return (
    <form method="post" noValidate>
      <h2>Decide</h2>
      {isBarred ? <p>{obstacle}</p> : null}
      <RadioField
        name="decision"
        legend="What you decide"
        value={values.decision}
        error={errors.decision}
        options={[...(isBarred ? [] : [yes]), { value: "decline", label: "Decline it" }]}
      />
      <ReasonFields {...{ values, errors }} label="If you decline it: why" />
      <Button name="intent" value="settle">
        Decide
      </Button>
    </form>
  );
}

/** Takes a statement that is shown off every page. */
export function StoryStatementTakeDown({ values, errors }: SentForm): ReactElement {
  return (
    <form method="post" noValidate>
      <h2>Take it down</h2>
      <p>It is off every page at once. Whoever wrote it is mailed and reads why.</p>
      <ReasonFields {...{ values, errors }} label="Why" />
      <Button tone="quiet" name="intent" value="take_down">
        Take it down
      </Button>
    </form>
  );
}

function ReasonFields({ values, errors, label }: SentForm & { label: string }): ReactElement {
  return (
    <>
      <Choice
        name="reason"
        label={label}
        blank="Choose one"
        options={STATEMENT_REASONS}
        value={values.reason}
        error={errors.reason}
      />
      <TextArea
        name="note"
        label="A note to whoever wrote it (optional)"
        hint="They read it with your decision. Tell them nothing of the family."
        isRequired={false}
        value={values.note}
        error={errors.note}
      />
    </>
  );
}
