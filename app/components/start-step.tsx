import type { ReactElement } from "react";
import type { DraftStep } from "#app/domain/campaign/draft.ts";
import { ORGANISER_NAME_CHARACTERS } from "#app/policy.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { Button } from "./button.tsx";
import { CheckField } from "./check-field.tsx";
import { Choice } from "./choice.tsx";
import { Field } from "./field.tsx";
import { GroupChoice, type GroupChoiceProps } from "./group-choice.tsx";
import { kindWords } from "./kind-words.ts";
import { LetterFields } from "./letter-fields.tsx";
import { StartWhom, type StartWhomProps } from "./start-whom.tsx";
import { AskFields, ClauseField, EasyFields, ShortNameField, TitleField, WhyFields } from "./text-fields.tsx";

interface StartStepProps {
  kind: CampaignKind;
  step: Exclude<DraftStep, "picture" | "to">;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  /** Groups of whoever is signed in, that it can be published under. */
  groups: GroupChoiceProps["groups"];
  whom: Pick<StartWhomProps, "suggested" | "councils">;
}

/** The form of one step. */
export function StartStep({ kind, step, values, errors, groups, whom }: StartStepProps): ReactElement {
  if (step === "whom") return <StartWhom {...{ kind, values, errors }} {...whom} />;
  return (
    <form method="post" noValidate>
      <StepFields {...{ kind, step, values, errors, groups }} />
      <Button>Save and go on</Button>
    </form>
  );
}

function StepFields({
  kind,
  step,
  values,
  errors,
  groups,
}: Pick<StartStepProps, "kind" | "values" | "errors" | "groups"> & {
  step: Exclude<StartStepProps["step"], "whom">;
}): ReactElement {
  const isLetter = kind === "letter";
  switch (step) {
    case "title":
      return <TitleField {...{ kind, values, errors }} />;
    case "asks":
      return isLetter ? (
        <>
          <AskFields {...{ values, errors }} />
          <ClauseField {...{ values, errors }} bodyName={values.chosenName ?? ""} />
          <ShortNameField {...{ values, errors }} />
        </>
      ) : (
        <AskFields {...{ values, errors }} />
      );
    case "why":
      return isLetter ? <LetterFields {...{ values, errors }} /> : <WhyFields {...{ values, errors }} />;
    case "easy":
      return <EasyFields values={values} errors={errors} />;
    case "you":
      return (
        <>
          <Field
            name="organiserName"
            label="Your name, or your group’s, as everybody will see it"
            hint={`At most ${ORGANISER_NAME_CHARACTERS} characters. A first name and the first letter of a family name are enough.`}
            value={values.organiserName}
            error={errors.organiserName}
            autoComplete="name"
          />
          <Field
            name="email"
            label="Your e-mail address"
            hint="We mail you a link to go on with this draft, and what becomes of it. Nobody else gets your address."
            type="email"
            inputMode="email"
            autoComplete="email"
            value={values.email}
            error={errors.email}
          />
          <GroupChoice groups={groups} value={values.group} error={errors.group} />
        </>
      );
    case "goal":
      return (
        <>
          <Field
            name="goal"
            label="How many people should sign?"
            hint="100 is a good beginning for a council, 1,000 for a government department."
            inputMode="numeric"
            value={values.goal}
            error={errors.goal}
          />
          <Choice
            name="months"
            label="How long can people sign?"
            options={MONTHS}
            value={values.months}
            error={errors.months}
            isRequired
          />
          <CheckField
            name="showsNames"
            label={`Show the names of those who agree to it on the ${kindWords(kind).one}’s page`}
            value={values.showsNames}
            error={errors.showsNames}
          />
        </>
      );
  }
}

const MONTHS = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  label: index === 0 ? "1 month" : `${index + 1} months`,
}));
