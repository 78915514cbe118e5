import type { ReactElement } from "react";
import { COURT_ANSWERS, TELLERS } from "#app/domain/story/facts.ts";
import { STORY_CHARACTERS, STORY_TITLE_CHARACTERS } from "#app/policy-stories.ts";
import { Choice } from "./choice.tsx";
import { Field } from "./field.tsx";
import { figure } from "./format.ts";
import { RadioField } from "./radio-field.tsx";
import type { StoryStepProps } from "./story-step.tsx";
import { TextArea } from "./text-area.tsx";

type Filled = Pick<StoryStepProps, "values" | "errors">;

/** Who tells. */
export function WhoFields({ values, errors }: Filled): ReactElement {
  return (
    <RadioField
      name="teller"
      legend="Who are you?"
      options={TELLERS}
      value={values.teller}
      error={errors.teller}
    />
  );
}

/** Where the family lives; where nobody can tell from the postcode, a list. */
export function WhereFields({
  values,
  errors,
  councilName,
  councils,
}: Filled & Pick<StoryStepProps, "councilName" | "councils">): ReactElement {
  return (
    <>
      {councilName === "" ? null : (
        <p>
          It is about <b>{councilName}</b>. Is that right? Then go on. If not, enter another postcode.
        </p>
      )}
      <Field
        name="postcode"
        label="Your postcode"
        hint="Used once, to find your council, your district and your MP’s constituency. Then it is thrown away."
        autoComplete="postal-code"
        width="postcode"
        value={values.postcode}
        error={errors.postcode}
        isRequired={false}
      />
      <Choice
        name="council"
        label="Or choose the council that runs schools where you live"
        options={councils}
        blank="I have entered my postcode"
        value={values.council}
        error={errors.council}
      />
      <details>
        <summary>You live in Wales, Scotland or Northern Ireland?</summary>
        <p>
          In Wales and Scotland councils run education too, and your story is welcome. Some words differ, like
          IDP or CSP for a plan; choose what comes closest. The official figures beside the stories are
          England’s.
        </p>
        <p>
          In Northern Ireland one Education Authority runs schools, and we cannot set your story beside a
          council’s yet. <a href="https://www.senac.co.uk/">SENAC</a> and the{" "}
          <a href="https://childrenslawcentre.org.uk/">Children’s Law Centre</a> advise families there.
        </p>
      </details>
    </>
  );
}

/** The question that comes before any word, and why it is asked. */
export function CourtFields({ values, errors }: Filled): ReactElement {
  return (
    <>
      <RadioField
        name="court"
        legend="Is or was there a family court, care or police case about the child?"
        hint="Not the SEND tribunal: that one you may write about."
        options={COURT_ANSWERS}
        value={values.court}
        error={errors.court}
      />
      <details>
        <summary>Why we ask, and what your answer does</summary>
        <p>
          It can be a crime to publish what was said in a family court, or anything by which a child in such a
          case, or somebody who reports a sexual offence, could be recognised. That holds for you and for us.
        </p>
        <p>
          With “Yes” or “I am not sure” you can still tell your story. Two moderators read it, one of them
          with more training, and they may ask you to leave something out. Please do not write about the case
          itself: not what was said there, not its papers, not that there is one. Your answer is never
          published.
        </p>
      </details>
    </>
  );
}

/** The story, with questions for those who do not know how to begin. */
export function TextFields({ values, errors }: Filled): ReactElement {
  return (
    <>
      <Field
        name="title"
        label="A title"
        hint={`One line, like “A year at the kitchen table”. No names. At most ${STORY_TITLE_CHARACTERS} characters.`}
        value={values.title}
        error={errors.title}
      />
      <details>
        <summary>You do not know how to begin?</summary>
        <p>Answer one of these, and go on from there:</p>
        <ul>
          <li>When did you first notice that your child needed help?</li>
          <li>What did you ask for, and what did you hear?</li>
          <li>What does a normal day look like now?</li>
          <li>What has it done to your child, and to the rest of you?</li>
          <li>What would have made the difference?</li>
          <li>What should the people who decide know?</li>
        </ul>
      </details>
      <TextArea
        name="text"
        label="Your story"
        hint={`Write “my son”, “his primary school”, “the caseworker” rather than names. At most ${figure(STORY_CHARACTERS)} characters: about two pages.`}
        value={values.text}
        error={errors.text}
        rows={16}
      />
    </>
  );
}
