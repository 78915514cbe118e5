import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Field } from "./field.tsx";
import { PageHeading } from "./page-heading.tsx";

interface EmailAddressFormProps {
  title: string;
  lede: string;
  label: string;
  /** What pressing it does. */
  button: string;
  value?: string;
  error?: string;
}

/** A page that asks for nothing but an e-mail address. */
export function EmailAddressForm(props: EmailAddressFormProps): ReactElement {
  const { title, lede, label, button, value, error } = props;
  return (
    <>
      <ErrorSummary errors={error === undefined ? [] : [{ field: "email", message: error }]} />
      <PageHeading title={title} lede={lede} />
      <form method="post" noValidate>
        <Field
          name="email"
          label={label}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={value}
          error={error}
        />
        <Button>{button}</Button>
      </form>
    </>
  );
}
