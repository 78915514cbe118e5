import type { ReactElement } from "react";
import { WRONGS } from "#app/domain/moderation/correction.ts";
import { CORRECTION_DAYS } from "#app/policy.ts";
import { Button } from "./button.tsx";
import { Choice } from "./choice.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Field } from "./field.tsx";
import { PageHeading } from "./page-heading.tsx";
import { TextArea } from "./text-area.tsx";

export interface OfferFormProps {
  back: { href: string; label: string };
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string | undefined>>;
}

/** What is wrong with a representative we show, what is right, and how we can check it. */
export function CorrectionFields({
  name,
  back,
  values,
  errors,
}: OfferFormProps & { name: string }): ReactElement {
  return (
    <>
      <ErrorSummary errors={summary(errors)} />
      <PageHeading
        kicker={<a href={back.href}>{back.label}</a>}
        title="What is wrong or out of date?"
        lede={`Tell us what is right about ${name}. A moderator checks it before anything changes.`}
      />
      <form method="post" noValidate>
        <Choice
          name="wrong"
          label="What is wrong"
          blank="Choose one"
          options={WRONGS}
          value={values.wrong}
          error={errors.wrong}
        />
        <TextArea
          name="words"
          label="What is right"
          hint="In a sentence or two. Please leave out anything about yourself or a child."
          value={values.words}
          error={errors.words}
        />
        <Field
          name="sourceUrl"
          label="A page that shows it (optional)"
          hint="On their council’s or Parliament’s own site, beginning with https://"
          type="url"
          value={values.sourceUrl}
          error={errors.sourceUrl}
          isRequired={false}
        />
        <HearBack values={values} errors={errors} />
        <Button>Send to a moderator</Button>
      </form>
    </>
  );
}

/** An address to hear what became of it, and how long all of this is kept. */
export function HearBack({ values, errors }: Pick<OfferFormProps, "values" | "errors">): ReactElement {
  return (
    <>
      <Field
        name="email"
        label="Your e-mail address, to hear what became of it (optional)"
        hint="One mail, and no other."
        type="email"
        autoComplete="email"
        value={values.email}
        error={errors.email}
        isRequired={false}
      />
      <p className="consent">
        Only moderators read what you write. We keep it encrypted, and forget it {CORRECTION_DAYS} days after
        they have settled it. <a href="/privacy">How we treat what you tell us</a>
      </p>
    </>
  );
}

/** Errors as the summary wants them. */
export function summary(errors: OfferFormProps["errors"]): { field: string; message: string }[] {
  return Object.entries(errors).flatMap(([field, message]) =>
    message === undefined ? [] : [{ field, message }],
  );
}
