import type { ReactElement } from "react";
import { CheckField } from "./check-field.tsx";
import { Field } from "./field.tsx";

/** What was typed of it, as forms send it. */
export type StandingValues = Readonly<
  Partial<Record<"role" | "organisation" | "onBehalf" | "authority", string>>
>;

/** As what somebody signs a letter: their role, their organisation, and whether they sign for it as a whole. */
export function StandingFields({
  values,
  errors,
}: {
  values: StandingValues;
  errors: StandingValues;
}): ReactElement {
  return (
    <>
      <Field
        name="role"
        label="Your role"
        hint="If you wish. For example: head teacher, solicitor, parent governor."
        autoComplete="organization-title"
        isRequired={false}
        value={values.role}
        error={errors.role}
      />
      <Field
        name="organisation"
        label="Your organisation"
        hint="If you wish. Both are checked before they appear beside your name."
        autoComplete="organization"
        isRequired={false}
        value={values.organisation}
        error={errors.organisation}
      />
      <CheckField
        name="onBehalf"
        label="I sign for my organisation, with its authority"
        hint="Once a moderator has checked it, the organisation’s name stands among the organisations that sign, whether or not your own name is shown."
        value={values.onBehalf}
        error={errors.onBehalf}
      />
      <Field
        name="authority"
        label="How you have its authority"
        hint="Only if you sign for it. For example: I am its chair. Only moderators read this."
        isRequired={false}
        value={values.authority}
        error={errors.authority}
      />
    </>
  );
}
