import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import { CheckField } from "./check-field.tsx";
import { Field } from "./field.tsx";
import { calendarDay } from "./format.ts";

interface OrganiseSettingsProps {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  /** The last day that closing may be put off to. */
  latest: string;
}

/** What an owner may change at any time. */
export function OrganiseSettings({ values, errors, latest }: OrganiseSettingsProps): ReactElement {
  return (
    <form method="post" noValidate>
      <Field
        name="goal"
        label="Goal"
        hint="How many signatures you want next."
        inputMode="numeric"
        value={values.goal}
        error={errors.goal}
      />
      <Field
        name="closesOn"
        label="Last day to sign"
        hint={`Until ${calendarDay(latest)} at the latest: it is open for twelve months at most.`}
        value={values.closesOn}
        error={errors.closesOn}
      />
      <CheckField
        name="showsNames"
        label="Show the names of people who chose to be named"
        value={values.showsNames}
        error={errors.showsNames}
      />
      <Button name="intent" value="save">
        Save
      </Button>
    </form>
  );
}
