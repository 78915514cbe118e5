import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import { HearBack, type OfferFormProps, summary } from "./correction-form.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Field } from "./field.tsx";
import { PageHeading } from "./page-heading.tsx";

interface MissingFormProps extends OfferFormProps {
  place: string;
  /** The council's own domain, or blank where we do not know it. */
  domain: string;
}

/** A councillor we do not know of: their name, their address at the council, the page that shows both. */
export function MissingFields({ place, domain, back, values, errors }: MissingFormProps): ReactElement {
  const at = domain === "" ? "the council’s own domain" : domain;
  return (
    <>
      <ErrorSummary errors={summary(errors)} />
      <PageHeading
        kicker={<a href={back.href}>{back.label}</a>}
        title={`Who speaks for ${place}?`}
        lede="Tell us of a councillor who is missing here. A moderator checks it against the council’s page."
      />
      <form method="post" noValidate>
        <Field name="name" label="The councillor’s name" value={values.name} error={errors.name} />
        <Field
          name="address"
          label="The e-mail address that the council publishes for them"
          hint={`At ${at}; we write to no other.`}
          type="email"
          value={values.address}
          error={errors.address}
        />
        <Field
          name="sourceUrl"
          label="The council’s page that shows them"
          hint="Its whole address, beginning with https://"
          type="url"
          value={values.sourceUrl}
          error={errors.sourceUrl}
        />
        <HearBack values={values} errors={errors} />
        <Button>Send to a moderator</Button>
      </form>
    </>
  );
}
