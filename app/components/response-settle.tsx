import type { ReactElement } from "react";
import { DECLINE_REASONS } from "#app/domain/response/response.ts";
import { Button } from "./button.tsx";
import { Choice } from "./choice.tsx";
import { RadioField } from "./radio-field.tsx";

interface ResponseSettleProps {
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string | undefined>>;
}

/** Publish an answer or not. What they think is theirs to say; the rules are about how it is said. */
export function ResponseSettle({ values, errors }: ResponseSettleProps): ReactElement {
  const of = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <form method="post" noValidate>
      <RadioField
        {...of("decision")}
        legend="What you decide"
        options={[
          {
            value: "publish",
            label: "Publish it",
            hint: "An answer that somebody does not like is an answer. What was public of them before becomes history.",
          },
          { value: "decline", label: "Do not publish it" },
        ]}
      />
      <Choice
        {...of("reason")}
        label="If not: why"
        hint="They read this in a mail, and can write another answer."
        blank="Choose one"
        options={DECLINE_REASONS}
      />
      <Button>Decide</Button>
    </form>
  );
}
