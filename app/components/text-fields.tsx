import type { ReactElement } from "react";
import { ASK_FIELDS } from "#app/domain/campaign/text-form.ts";
import {
  ASK_CHARACTERS,
  MORE_CHARACTERS,
  SHORT_NAME_CHARACTERS,
  TITLE_CHARACTERS,
  WHY_CHARACTERS,
} from "#app/policy.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { Field } from "./field.tsx";
import { LetterFields } from "./letter-fields.tsx";
import { CampaignText } from "./markdown.tsx";
import { TextArea } from "./text-area.tsx";

interface FieldsProps {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** All that is written in a campaign, for a form that changes it. */
export function TextFields({
  kind,
  bodyName,
  ...fields
}: FieldsProps & { kind: CampaignKind; bodyName: string }): ReactElement {
  return (
    <>
      <TitleField {...fields} kind={kind} />
      {kind === "letter" ? <LetterFields {...fields} /> : null}
      <AskFields {...fields} />
      <ClauseField {...fields} bodyName={bodyName} />
      <ShortNameField {...fields} />
      {kind === "letter" ? null : <WhyFields {...fields} />}
      <h2>Easy Read, if you wish</h2>
      <EasyFields {...fields} />
    </>
  );
}

/** What a campaign is called. */
export function TitleField({ kind, values, errors }: FieldsProps & { kind?: CampaignKind }): ReactElement {
  const example =
    kind === "letter"
      ? "what it is about. For example: “To those who run SEND services in Worcestershire”"
      : "what should happen. For example: “Answer every family in Worcestershire in time”";
  return (
    <Field
      name="title"
      label="Title"
      hint={`Say in at most ${TITLE_CHARACTERS} characters ${example}.`}
      value={values.title}
      error={errors.title}
    />
  );
}

/** What a campaign asks for, a line each. */
export function AskFields({ values, errors }: FieldsProps): ReactElement {
  return (
    <fieldset>
      <legend>One thing on each line</legend>
      <p className="hint">
        Begin with what should be done: “Answer every family in time”. At most {ASK_CHARACTERS} characters
        each. One is enough.
      </p>
      {ASK_FIELDS.map((field, index) => (
        <Field
          key={field}
          name={field}
          label={index === 0 ? "What should they do?" : `If you wish, ${ORDINALS[index - 1]} thing`}
          value={values[field]}
          error={errors[field]}
          isRequired={index === 0}
        />
      ))}
    </fieldset>
  );
}

const ORDINALS = ["a second", "a third", "a fourth", "a fifth"];

/** The same in one clause, for messages to representatives. */
export function ClauseField({ values, errors, bodyName }: FieldsProps & { bodyName: string }): ReactElement {
  return (
    <Field
      name="askClause"
      label={`In one line: “They ask ${bodyName || "the council"} to …”`}
      hint="Every councillor and MP reads this line. Begin with a small letter: “answer every family in time”."
      value={values.askClause}
      error={errors.askClause}
      isRequired={false}
    />
  );
}

/** What it is called where there is no room for its title. */
export function ShortNameField({ values, errors }: FieldsProps): ReactElement {
  return (
    <Field
      name="shortName"
      label="Its name in a few words"
      hint={`Messages to councillors and MPs have it in their subject: “SEND investigation”. At most ${SHORT_NAME_CHARACTERS} characters. Left blank, the beginning of the title stands there.`}
      value={values.shortName}
      error={errors.shortName}
      isRequired={false}
    />
  );
}

/** Why, and the rest. */
export function WhyFields({ values, errors }: FieldsProps): ReactElement {
  return (
    <>
      <TextArea
        name="why"
        label="Why does this matter?"
        hint={`What happened, to whom, and what it means, in at most ${WHY_CHARACTERS} characters. Name no child, school, doctor or member of staff.`}
        value={values.why}
        error={errors.why}
      />
      <TextArea
        name="more"
        label="More, for those who want to know"
        hint={`Facts and where they come from, at most ${MORE_CHARACTERS} characters. A blank line begins a paragraph. If you wish: “## ” begins a heading, “- ” a list.`}
        value={values.more}
        error={errors.more}
        isRequired={false}
      />
      <details className="field">
        <summary>See how that looks</summary>
        <pre className="typed">{EXAMPLE}</pre>
        <p className="hint">becomes</p>
        <div className="card">
          <CampaignText markdown={EXAMPLE} />
        </div>
      </details>
    </>
  );
}

const EXAMPLE = `## What the law says

A plan should take **20 weeks**. Here it takes a year:

- 214 families wait for a first meeting
- 86 wait for a school

The numbers are [the council’s own](https://www.gov.uk/).`;

/** The same for people who find reading hard. */
export function EasyFields({ values, errors }: FieldsProps): ReactElement {
  return (
    <>
      <p className="hint">
        For people with a learning disability, and for anybody who is tired: short sentences, one thought
        each, no hard words. You can leave this blank, and add it later.
      </p>
      <Field
        name="easyTitle"
        label="Title in easy words"
        value={values.easyTitle}
        error={errors.easyTitle}
        isRequired={false}
      />
      <TextArea
        name="easyWhy"
        label="Why, in easy words"
        hint="For example: “Many children do not go to school. They wait for a place. We want the council to help them now.”"
        value={values.easyWhy}
        error={errors.easyWhy}
        isRequired={false}
      />
      <TextArea
        name="easyMore"
        label="More, in easy words"
        value={values.easyMore}
        error={errors.easyMore}
        isRequired={false}
      />
    </>
  );
}
