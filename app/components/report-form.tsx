import type { ReactElement } from "react";
import { REPORT_REASONS } from "#app/domain/moderation/report.ts";
import { REPORT_DAYS, REPORT_TARGET_HOURS } from "#app/policy.ts";
import { Button } from "./button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Field } from "./field.tsx";
import { PageHeading } from "./page-heading.tsx";
import { type KnownPage, PageQuestion } from "./page-question.tsx";
import { RadioField } from "./radio-field.tsx";
import { TextArea } from "./text-area.tsx";

interface ReportFieldsProps {
  known: KnownPage;
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string>>;
}

/** What is wrong with something on a page, for moderators alone. */
export function ReportFields({ known, values, errors }: ReportFieldsProps): ReactElement {
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <PageHeading
        title="Report something"
        lede={`Tell us what should not be there. A moderator looks at it within ${REPORT_TARGET_HOURS} hours.`}
      />
      <p>
        Is somebody in danger now? Ring <a href="tel:999">999</a> first.
      </p>
      <form method="post" noValidate>
        <PageQuestion known={known} value={values.page} error={errors.page} />
        <RadioField
          name="reason"
          legend="What is wrong?"
          options={REPORT_REASONS.map(({ value, label }) => ({
            value,
            label,
            hint: value === "untrue" ? "The next page asks for what the law needs." : undefined,
          }))}
          value={values.reason}
          error={errors.reason}
        />
        <TextArea
          name="words"
          label="Where is it, and what is wrong with it?"
          hint="A sentence or two. Please do not name a child here."
          value={values.words}
          error={errors.words}
          isRequired={false}
        />
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
          Only moderators read what you write. We keep it encrypted, and forget it {REPORT_DAYS} days after
          they have settled it. <a href="/privacy">How we treat what you tell us</a>
        </p>
        <Button>Send to a moderator</Button>
      </form>
    </>
  );
}
