import type { ReactElement } from "react";
import { OUTCOMES } from "#app/domain/campaign/outcome-form.ts";
import type { AskEvent } from "#app/domain/campaign/outcomes.server.ts";
import { Button } from "./button.tsx";
import { Choice } from "./choice.tsx";
import { Field } from "./field.tsx";
import { calendarDay } from "./format.ts";

interface OutcomeFieldsProps {
  asks: readonly { position: number; text: string }[];
  values: Readonly<Record<string, string>>;
  /** What is shown already and is to be put right. */
  corrects?: AskEvent;
  errors: Readonly<Record<string, string>>;
}

/** Tells what became of an ask, or puts right what was told. */
export function OutcomeFields({ asks, values, corrects, errors }: OutcomeFieldsProps): ReactElement {
  const shown = { ...(corrects && typedOf(corrects)), ...values };
  return (
    <>
      <h2>{corrects === undefined ? "Tell what happened" : "Put it right"}</h2>
      <form method="post" noValidate>
        <input type="hidden" name="replaces" value={shown.replaces ?? ""} />
        <Choice
          name="position"
          label="Which ask"
          blank="Choose one"
          options={asks.map(({ position, text }) => ({
            value: String(position),
            label: `${position}. ${shortened(text)}`,
          }))}
          value={shown.position}
          error={errors.position}
        />
        <Choice
          name="outcome"
          label="What became of it"
          blank="Choose one"
          options={OUTCOMES}
          value={shown.outcome}
          error={errors.outcome}
        />
        <Field
          name="happenedOn"
          label="On which day"
          hint="Like 3 May 2026."
          value={shown.happenedOn}
          error={errors.happenedOn}
        />
        <Field
          name="words"
          label="What happened, in one sentence"
          hint="Who said or did what."
          value={shown.words}
          error={errors.words}
        />
        <Field
          name="sourceUrl"
          label="A page that shows it"
          hint="The whole address, beginning with https://. A council’s minutes, a news page."
          type="url"
          inputMode="url"
          value={shown.sourceUrl}
          error={errors.sourceUrl}
        />
        <Button name="intent" value="tell">
          Send it to a moderator
        </Button>
      </form>
    </>
  );
}

function typedOf({ publicId, position, outcome, happenedOn, words, sourceUrl }: AskEvent) {
  return {
    ...{ outcome, words, sourceUrl, replaces: publicId },
    position: String(position),
    happenedOn: calendarDay(happenedOn),
  };
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text;
}
