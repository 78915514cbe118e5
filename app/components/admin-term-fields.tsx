import type { ReactElement } from "react";
import { CheckField } from "./check-field.tsx";
import { Choice } from "./choice.tsx";
import { Field } from "./field.tsx";

interface AdminFieldsProps {
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string | undefined>>;
}

/** What is known of a term: party, first day, address, source, day of checking. */
export function AdminTermFields({ values, errors }: AdminFieldsProps): ReactElement {
  return (
    <>
      <Field name="party" label="Party" value={values.party} error={errors.party} isRequired={false} />
      <Field
        name="startsOn"
        label="First day"
        hint="Like 7 May 2026. Leave it blank if you do not know."
        value={values.startsOn}
        error={errors.startsOn}
        isRequired={false}
      />
      <Field
        name="address"
        label="E-mail address they publish"
        hint="For councillors and offices, at the council’s own domain. Leave it blank if there is none."
        type="email"
        value={values.address}
        error={errors.address}
        isRequired={false}
      />
      <Field
        name="source"
        label="Where this is published"
        hint="A page’s address, or the name of a list. It is shown to everybody."
        value={values.source}
        error={errors.source}
      />
      <Field
        name="checkedOn"
        label="Day you checked it there"
        hint="Like 7 May 2026"
        value={values.checkedOn}
        error={errors.checkedOn}
      />
    </>
  );
}

interface AdminSeatFieldsProps extends AdminFieldsProps {
  /** Areas that the typed name may mean; one is to be chosen. */
  options: readonly { value: string; label: string }[];
}

/** Where somebody speaks for: a name or code, and a choice where the name means several. */
export function AdminSeatFields({ values, errors, options }: AdminSeatFieldsProps): ReactElement {
  return (
    <>
      <Field
        name="area"
        label="Area"
        hint="Its name, with the council’s if need be (“Cathedral Worcester”), or its code"
        value={values.area}
        error={errors.area}
      />
      {options.length === 0 ? null : (
        <Choice
          name="areaCode"
          label="Which of these?"
          blank="Choose one"
          options={options}
          value={values.areaCode}
          error={errors.areaCode}
        />
      )}
    </>
  );
}

/** Asked only where somebody of the same name sits in the same seat. */
export function AnotherOfThatName({ values, errors }: AdminFieldsProps): ReactElement | null {
  if (errors.another === undefined && values.another !== "on") return null;
  return (
    <CheckField
      name="another"
      label="This is another person of the same name"
      value={values.another}
      error={errors.another}
    />
  );
}
