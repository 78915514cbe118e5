import type { ReactElement } from "react";
import { STATEMENT_KINDS } from "#app/domain/story/statement.ts";
import { STATEMENT_CHARACTERS, STATEMENT_KEPT_DAYS, STATEMENT_WORKING_DAYS } from "#app/policy-stories.ts";
import { Button } from "./button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Field } from "./field.tsx";
import { counted } from "./format.ts";
import { Notice } from "./notice.tsx";
import { PageHeading } from "./page-heading.tsx";
import { RadioField } from "./radio-field.tsx";
import { StatementWarning } from "./story-statement-warning.tsx";
import { TextArea } from "./text-area.tsx";

interface StoryStatementFormProps {
  /** What is replied to: its title and its page. */
  about: { title: string; path: string; isStory: boolean; isInvented: boolean };
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string>>;
  problem: string;
}

/** Asks for a correction, or for a statement to stand beside what families tell. */
export function StoryStatementForm({
  about,
  values,
  errors,
  problem,
}: StoryStatementFormProps): ReactElement {
  const { title, path, isStory, isInvented } = about;
  const of = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <div className="start">
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      {problem === "" ? null : (
        <Notice tone="problem">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      <PageHeading
        kicker={<a href={path}>{title}</a>}
        title={isStory ? "Reply to this story" : "Reply to what families say"}
        lede={`For councils, schools and services that this is about, and those who work there. A moderator answers within ${counted(STATEMENT_WORKING_DAYS, "working day")}.`}
      />
      {isInvented ? (
        <Notice tone="waiting" title="These families are invented">
          <p>
            This is a demonstration, and nothing in it speaks of a real council. You can try the form and the
            mail, and a moderator can decline what you send, but it is never shown here.
          </p>
        </Notice>
      ) : null}
      <StatementWarning />
      <form method="post" noValidate>
        <RadioField {...of("kind")} legend="What do you ask for?" options={STATEMENT_KINDS} />
        <TextArea
          {...of("words")}
          label="Your words"
          rows={9}
          hint={`At most ${STATEMENT_CHARACTERS.toLocaleString("en-GB")} characters, plain text.`}
        />
        <Field {...of("name")} label="Your name" hint="For moderators alone." autoComplete="name" />
        <Field
          {...of("role")}
          label="Your role"
          hint="Like “Director of children’s services” or “Head teacher”."
          autoComplete="organization-title"
        />
        <Field
          {...of("organisation")}
          label="Your organisation"
          hint={isStory ? "A school: write “the school”, so that nobody learns which it is." : undefined}
          autoComplete="organization"
        />
        <Field
          {...of("email")}
          label="Your e-mail address at work"
          hint="We mail you a link first. An address of the council itself is said to be one beside your statement; the address is not shown."
          type="email"
          inputMode="email"
          autoComplete="email"
        />
        <p className="consent">
          We keep your name and your address encrypted: as long as your statement is shown, else{" "}
          {STATEMENT_KEPT_DAYS} days after it was decided.{" "}
          <a href="/privacy">How we treat what you tell us</a>
        </p>
        <Button>Go on</Button>
      </form>
      <p className="soft">
        Is a child at risk, or should this not be here at all? <a href={`/report?page=${path}`}>Report it</a>.
        Does it say something untrue that harms your good name?{" "}
        <a href={`/takedown?page=${path}`}>There is another form for that</a>.
      </p>
    </div>
  );
}
