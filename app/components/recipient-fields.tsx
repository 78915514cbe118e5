import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import { CheckField } from "./check-field.tsx";
import { Field } from "./field.tsx";

interface RecipientFieldsProps {
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string>>;
}

/** The form that names one more recipient. */
export function RecipientFields({ values, errors }: RecipientFieldsProps): ReactElement {
  const of = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <form method="post" noValidate>
      <Field
        {...of("role")}
        label="Role or office"
        hint="Like “Director of Children’s Services”"
        isRequired={false}
      />
      <Field {...of("organisation")} label="Of which council or organisation" isRequired={false} />
      <Field
        {...of("name")}
        label="Name"
        hint="As the body writes it. Leave it blank where you mean the office, whoever holds it."
        isRequired={false}
      />
      <CheckField {...of("isCopy")} label="Gets a copy: reads it, and is not asked to answer" />
      <Field
        {...of("email")}
        label="Published e-mail address"
        hint="We tell them there how many have signed. Only an address that their office publishes; we never show it."
        type="email"
        inputMode="email"
        isRequired={false}
      />
      <Field
        {...of("sourceUrl")}
        label="The page that shows this person, or the address"
        hint="A moderator compares them before anything is sent."
        type="url"
        inputMode="url"
        isRequired={false}
      />
      <Button name="intent" value="add">
        Add
      </Button>
    </form>
  );
}
