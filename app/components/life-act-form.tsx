import type { ReactElement } from "react";
import type { LifeAct } from "#app/domain/campaign/life.ts";
import { LIFE_REASONS } from "#app/domain/campaign/life-reasons.ts";
import { Button } from "./button.tsx";
import { Choice } from "./choice.tsx";
import { Field } from "./field.tsx";
import { LIFE_WORDS } from "./life-words.ts";
import { TextArea } from "./text-area.tsx";

interface LifeActFormProps {
  act: LifeAct;
  /** The first and the last day that a campaign opened today may close on. */
  days: { first: string; last: string };
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string>>;
}

/** Why, until when and with what note something is done to a campaign. */
export function LifeActForm({ act, days, values, errors }: LifeActFormProps): ReactElement {
  const { button, tone } = LIFE_WORDS[act];
  return (
    <form method="post" noValidate>
      {act === "reopen" ? (
        <Field
          name="closesOn"
          label="Its new last day"
          hint={`From ${days.first} to ${days.last}.`}
          value={values.closesOn}
          error={errors.closesOn}
        />
      ) : null}
      {act === "pause" || act === "close" || act === "remove" ? (
        <Choice
          name="reason"
          label="Why"
          hint="Its organisers read the reason."
          blank="Choose one"
          options={LIFE_REASONS}
          value={values.reason}
          error={errors.reason}
        />
      ) : null}
      <TextArea
        name="note"
        label="Note to its organisers"
        hint="They get it by mail. It may stay blank."
        value={values.note}
        error={errors.note}
      />
      <Button tone={tone}>{button}</Button>
    </form>
  );
}
