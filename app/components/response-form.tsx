import type { ReactElement } from "react";
import { STANCES } from "#app/domain/response/response.ts";
import { ANSWER_CHARACTERS } from "#app/policy-forwarding.ts";
import { Button } from "./button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Field } from "./field.tsx";
import { Notice } from "./notice.tsx";
import { PageHeading } from "./page-heading.tsx";
import { RadioField } from "./radio-field.tsx";
import { TextArea } from "./text-area.tsx";

interface ResponseFormProps {
  campaign: {
    number: number;
    title: string;
    path: string;
    publicId: string;
    name: string;
    areaName: string;
    asks: readonly { position: number; text: string }[];
    isAnswered: boolean;
    isOnlyTried: boolean;
  };
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string>>;
  problem: string;
}

/** An answer in public: to each ask for whoever is asked, and to the whole; who writes it. */
export function ResponseForm({ campaign, values, errors, problem }: ResponseFormProps): ReactElement {
  const { number, title, path, publicId, name, areaName, asks, isAnswered, isOnlyTried } = campaign;
  const of = (field: string) => ({ name: field, value: values[field], error: errors[field] });
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <PageHeading
        kicker={<a href={path}>{title}</a>}
        title={isAnswered ? "Change your answer" : "Your answer"}
        lede={`You answer as ${name}, ${areaName}. Everybody will be able to read it.`}
      />
      {problem === "" ? null : (
        <Notice tone="problem">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      {isOnlyTried ? (
        <Notice tone="waiting" title="A rehearsal">
          <p>This site is rehearsing. You can try the form, but nothing of it will be published.</p>
        </Notice>
      ) : null}
      {isAnswered ? (
        <p>
          Until the new one is public, the one before stays. After that it can still be read, as what you
          answered before.
        </p>
      ) : null}
      <form method="post" noValidate>
        <input type="hidden" name="campaign" value={number} />
        <input type="hidden" name="as" value={publicId} />
        {asks.map(({ position, text }) => (
          <section key={position} className="answer-part">
            <h2>Ask {position}</h2>
            <p>{text}</p>
            <Part {...{ position, of }} legend="Your answer to this ask" isOptional />
          </section>
        ))}
        {asks.length === 0 ? null : <h2>All of it</h2>}
        <Part {...{ of }} position={0} legend="Your answer" isOptional={asks.length > 0} />
        <h2>Who writes this</h2>
        <Field {...of("writerName")} label="Name" autoComplete="name" />
        <Field
          {...of("writerRole")}
          label="Role"
          hint={`Like “${asks.length > 0 ? "cabinet member for education" : "Councillor"}”, or “office of ${name}”. Name and role are shown with the answer.`}
        />
        <p className="soft">
          We mail what you write to the published address of {name}. It goes further only when somebody there
          presses the button.
        </p>
        <Button>Send it to be confirmed</Button>
      </form>
    </>
  );
}

interface PartProps {
  position: number;
  legend: string;
  isOptional: boolean;
  of: (field: string) => { name: string; value?: string; error?: string };
}

function Part({ position, legend, isOptional, of }: PartProps): ReactElement {
  return (
    <>
      <RadioField
        {...of(`stance${position}`)}
        legend={isOptional ? `${legend} (you can leave this out)` : legend}
        options={STANCES}
      />
      <TextArea
        {...of(`words${position}`)}
        label="Your words"
        hint={`Needed if you will raise it, or answer in your own words; else as you like. At most ${ANSWER_CHARACTERS} characters, plain text.`}
        isRequired={false}
      />
    </>
  );
}
