import type { ReactElement } from "react";
import {
  AGE_BANDS,
  type Choice as Answer,
  HAPPENINGS,
  MILES,
  MONEY,
  MONTHS_OUT,
  MONTHS_WAITED,
  NEEDS,
  TRIBUNALS,
} from "#app/domain/story/facts.ts";
import type { StoryStep as Step } from "#app/domain/story/steps.ts";
import { CONTENT_NOTE_CHARACTERS } from "#app/policy-stories.ts";
import type { StoryUse } from "#db/tables/story.ts";
import { Button } from "./button.tsx";
import { CheckField } from "./check-field.tsx";
import { Choice, type ChoiceOption } from "./choice.tsx";
import { Field } from "./field.tsx";
import { RadioField } from "./radio-field.tsx";
import { CourtFields, TextFields, WhereFields, WhoFields } from "./story-fields.tsx";
import { TopicFields } from "./story-topics.tsx";
import { TextArea } from "./text-area.tsx";

export interface StoryStepProps {
  step: Exclude<Step, "marks">;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  /** What stood on the page when it was made: `seenStep`. */
  seen: string;
  /** The council that is known already, or blank. */
  councilName: string;
  councils: readonly ChoiceOption[];
  /** Sentences that can be shown large. */
  sentences: readonly string[];
  /** What can be allowed, in the words of today. */
  uses: readonly { use: StoryUse; words: string }[];
}

/** The form of one step. */
export function StoryStep(props: StoryStepProps): ReactElement {
  return (
    <form method="post" noValidate>
      <input type="hidden" name="seen" value={props.seen} />
      <StepFields {...props} />
      <Button>Save and go on</Button>
    </form>
  );
}

function StepFields(props: StoryStepProps): ReactElement {
  const { step, values, errors, councilName, councils, sentences, uses } = props;
  switch (step) {
    case "who":
      return <WhoFields {...{ values, errors }} />;
    case "where":
      return <WhereFields {...{ values, errors, councilName, councils }} />;
    case "court":
      return <CourtFields {...{ values, errors }} />;
    case "text":
      return <TextFields {...{ values, errors }} />;
    case "facts":
      return <FactFields {...{ values, errors }} />;
    case "quote":
      return <QuoteFields {...{ values, errors, sentences }} />;
    case "topics":
      return <TopicFields values={values} />;
    case "consents":
      return <UseFields {...{ values, uses }} />;
    case "email":
      return (
        <Field
          name="email"
          label="Your e-mail address"
          hint="Look twice: we send a link there that opens your story."
          type="email"
          inputMode="email"
          autoComplete="email"
          value={values.email}
          error={errors.email}
        />
      );
  }
}

type Filled = Pick<StoryStepProps, "values" | "errors">;

function FactFields({ values, errors }: Filled): ReactElement {
  const choice = (name: string, label: string, options: readonly Answer[]) => (
    <Choice
      {...{ name, label, options }}
      blank="I would rather not say"
      value={values[name]}
      error={errors[name]}
    />
  );
  return (
    <>
      <fieldset>
        <legend>What happened? Tick all that is true</legend>
        {HAPPENINGS.map(({ value, label }) => (
          <CheckField
            key={value}
            name={`happened_${value}`}
            label={label}
            value={values[`happened_${value}`]}
          />
        ))}
      </fieldset>
      {choice("need", "Your child’s main need", NEEDS)}
      {choice("ageBand", "How old your child is now", AGE_BANDS)}
      {choice("monthsOut", "How long without a full school place", MONTHS_OUT)}
      {choice("monthsWaited", "How long you waited for the plan, the assessment or the place", MONTHS_WAITED)}
      {choice("money", "What your family has spent on advice, assessments, tuition, travel", MONEY)}
      {choice("miles", "How far each way to the school that was offered or is gone to", MILES)}
      {choice("tribunal", "The tribunal, if you went there", TRIBUNALS)}
    </>
  );
}

function QuoteFields({
  values,
  errors,
  sentences,
}: Filled & Pick<StoryStepProps, "sentences">): ReactElement {
  const options = [
    { value: "", label: "No sentence" },
    ...sentences.map((sentence) => ({ value: sentence, label: sentence })),
  ];
  return (
    <>
      {sentences.length === 0 ? null : (
        <RadioField
          name="pullQuote"
          legend="A sentence to show large"
          hint="It is the first thing people read."
          options={options}
          value={values.pullQuote ?? ""}
          error={errors.pullQuote}
        />
      )}
      <Field
        name="contentNote"
        label="What should people know before they read?"
        hint={`If it is hard to read, like “speaks of self-harm”. The story then opens only when somebody asks for it. At most ${CONTENT_NOTE_CHARACTERS} characters.`}
        value={values.contentNote}
        error={errors.contentNote}
        isRequired={false}
      />
      <TextArea
        name="easy"
        label="The story in easy words"
        hint="Short sentences, for people who find reading hard. Leave out names and schools here too."
        value={values.easy}
        error={errors.easy}
        isRequired={false}
      />
    </>
  );
}

/** A box for each use; none is ticked beforehand. */
export function UseFields({ values, uses }: Pick<StoryStepProps, "values" | "uses">): ReactElement {
  return (
    <>
      {uses.map(({ use, words }) => (
        <CheckField key={use} name={`use_${use}`} label={words} value={values[`use_${use}`]} />
      ))}
    </>
  );
}
