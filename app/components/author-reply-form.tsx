import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import { CheckField } from "./check-field.tsx";
import { ComplaintCopy, type CopiedComplaint } from "./complaint-copy.tsx";
import { deadlineWords } from "./complaint-words.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { Field } from "./field.tsx";
import { PageHeading } from "./page-heading.tsx";
import { TextArea } from "./text-area.tsx";

interface AuthorReplyProps {
  title: string;
  href: string;
  /** Until when an answer counts. */
  dueAt: number;
  complaint: CopiedComplaint;
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string>>;
}

/** What an author is asked about a complaint: may the words go, or do they stand by them and say who they are. */
export function AuthorReplyFields(props: AuthorReplyProps): ReactElement {
  const { title, href, dueAt, complaint, values, errors } = props;
  const of = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <PageHeading
        kicker={<a href={href}>{title}</a>}
        title="Somebody complains about words that you published"
        lede={`Please answer by ${deadlineWords(dueAt)}.`}
      />
      <ComplaintCopy complaint={complaint} />
      <div className="prose">
        <p>
          The law asks you what you want. If you do not answer in time, or stand by the words without your
          name and address, they may be taken down, and with them all of it. A solicitor or Citizens Advice
          can tell you what is best for you.
        </p>
      </div>
      <h2>Let the words go</h2>
      <p>Nobody learns your name or address. A moderator removes the words, or hides all of it.</p>
      <form method="post">
        <Button name="answer" value="agree">
          The words may be taken down
        </Button>
      </form>
      <h2>Stand by the words</h2>
      <form method="post" noValidate>
        <Field {...of("authorName")} label="Your full name" autoComplete="name" />
        <TextArea
          {...of("authorPostal")}
          label="Your postal address"
          hint="Where you live, or where you do business: street, town and postcode."
        />
        <TextArea
          {...of("authorWords")}
          label="Anything that you want moderators to know (optional)"
          value={values.authorWords}
          isRequired={false}
        />
        <CheckField
          {...of("authorSharesDetails")}
          label="You may give my name and address to whoever complains"
          hint="If you do not tick this, we pass them on only where a court orders us to."
        />
        <Button name="answer" value="disagree">
          The words should stay
        </Button>
      </form>
    </>
  );
}
