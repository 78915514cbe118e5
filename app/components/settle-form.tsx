import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import { RadioField } from "./radio-field.tsx";
import { TextArea } from "./text-area.tsx";

interface SettleFormProps {
  /** Yes and no, as the form sends them and as they read. */
  options: readonly { value: string; label: string; hint?: string }[];
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string | undefined>>;
}

/** Yes or no to something that an organiser asks for, with a note that they read. */
export function SettleForm({ options, values, errors }: SettleFormProps): ReactElement {
  return (
    <form method="post" noValidate>
      <RadioField
        name="decision"
        legend="What you decide"
        options={options}
        value={values.decision}
        error={errors.decision}
      />
      <TextArea
        name="note"
        label="Note to the organiser"
        hint="They get it by mail. Needed for a no; for a yes it may stay blank."
        value={values.note}
        error={errors.note}
      />
      <Button>Decide</Button>
    </form>
  );
}
