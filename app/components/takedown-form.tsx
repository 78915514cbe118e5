import type { ReactElement } from "react";
import { AUTHOR_ANSWER_DAYS, COMPLAINT_HOURS, COMPLAINT_MONTHS } from "#app/policy.ts";
import { Button } from "./button.tsx";
import { CheckField } from "./check-field.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Field } from "./field.tsx";
import { PageHeading } from "./page-heading.tsx";
import { type KnownPage, PageQuestion } from "./page-question.tsx";
import { TextArea } from "./text-area.tsx";

interface TakedownProps {
  known: KnownPage;
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string>>;
}

/** A notice of complaint under section 5 of the Defamation Act 2013: first what it is for, then what it must say. */
export function TakedownFields({ known, values, errors }: TakedownProps): ReactElement {
  const of = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <PageHeading
        title="Words about you that are untrue and harm you"
        lede="The law gives a way to have such words looked at, and taken down."
      />
      <TakedownExplained reportHref={known.page === "" ? "/report" : `/report?page=${known.page}`} />
      <form method="post" noValidate>
        <h2>Your complaint</h2>
        <PageQuestion known={known} value={values.page} error={errors.page} />
        <TextArea
          {...of("statement")}
          label="The words you complain about"
          hint="Copy them from the page, exactly as they stand there."
        />
        <TextArea
          {...of("meaning")}
          label="What the words say about you"
          hint="As people who read them will take them."
        />
        <TextArea {...of("harm")} label="Why that harms your good name" />
        <TextArea
          {...of("untrue")}
          label="What is wrong about them"
          hint="Which facts are wrong, or which opinions have no support in fact."
        />
        <h2>About you</h2>
        <Field {...of("name")} label="Your full name" autoComplete="name" />
        <Field
          {...of("email")}
          label="Your e-mail address"
          hint="We answer there."
          type="email"
          autoComplete="email"
        />
        <CheckField {...of("sharesName")} label="You may give the author my name" />
        <CheckField {...of("sharesEmail")} label="You may give the author my e-mail address" />
        <p className="hint">What you do not tick, we do not pass on.</p>
        <CheckField
          {...of("lacksDetails")}
          label="I do not know enough about who wrote the words to take them to court myself"
        />
        <p className="consent">
          We keep your complaint encrypted for {COMPLAINT_MONTHS} months after it is settled, as long as it
          can come to court. Moderators read it; the author gets a copy, without what you did not allow.{" "}
          <a href="/privacy">How we treat what you tell us</a>
        </p>
        <Button>Send my complaint</Button>
      </form>
    </>
  );
}

/** What happens with a complaint, before anybody writes one. */
function TakedownExplained({ reportHref }: { reportHref: string }): ReactElement {
  return (
    <div className="prose">
      <p>
        Use this form if words on this site are about <b>you</b> (or the organisation you speak for), are not
        true, and harm your good name. For anything else, <a href={reportHref}>report it</a>: that is shorter.
      </p>
      <ol>
        <li>
          Within {COMPLAINT_HOURS} hours we send a copy to the author of the words. Weekends and bank holidays
          do not count.
        </li>
        <li>
          The author has until midnight at the end of the{" "}
          {AUTHOR_ANSWER_DAYS === 5 ? "fifth" : AUTHOR_ANSWER_DAYS} day after that to answer.
        </li>
        <li>
          If the author agrees, does not answer or cannot be reached, the words are due to be removed within{" "}
          {COMPLAINT_HOURS} hours.
        </li>
        <li>
          If the author stands by them, they stay. We tell you, with the author’s name and address if the
          author allows that. Then it is between you and them, and a court if need be.
        </li>
      </ol>
      <p className="soft">
        This is the procedure of section 5 of the Defamation Act 2013 and of SI 2013/3028. It is not legal
        advice.
      </p>
    </div>
  );
}
