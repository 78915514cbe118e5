import type { ReactElement } from "react";
import { CheckField } from "./check-field.tsx";
import { RadioField } from "./radio-field.tsx";

const COUNCILLORS = {
  all: {
    label: "Councillors of every place with enough signatures",
    hint: "Wards and county divisions where five people or more have signed.",
  },
  concerned: { label: "Only councillors of the council that is asked to act" },
  none: { label: "No councillors" },
} as const;

const PACES = [
  { value: "usual", label: "At every step", hint: "A ward hears at 5, 10, 25, 50, 100, 250 and so on." },
  { value: "slow", label: "At every second step", hint: "A ward hears at 5, 25, 100, 500 and so on." },
];

/** What somebody may choose; what is left out is not theirs to choose. */
export interface RuleChoices {
  tellsMps: boolean;
  councillors: readonly (keyof typeof COUNCILLORS)[];
  tellsRecipients: boolean;
  paces: readonly string[];
  sendsClosing: boolean;
}

interface ForwardingRuleFieldsProps {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  choices: RuleChoices;
  /** What pausing stops: "this petition", "everything". */
  pauseLabel: string;
  pauseHint: string;
}

/** Who is told, how often, and whether it is paused: the same for the site and for one campaign. */
export function ForwardingRuleFields(props: ForwardingRuleFieldsProps): ReactElement {
  const { values, errors, choices, pauseLabel, pauseHint } = props;
  return (
    <>
      <input type="hidden" name="version" value={values.version} />
      <h2>Who is told</h2>
      {choices.tellsMps ? (
        <CheckField name="tellsMps" label="Members of Parliament" value={values.tellsMps} />
      ) : null}
      {choices.tellsRecipients ? (
        <CheckField
          name="tellsRecipients"
          label="Those it is addressed to"
          value={values.tellsRecipients}
          hint="The council’s own office, and people whom a letter names. They hear the whole count."
        />
      ) : null}
      <RadioField
        name="councillors"
        legend="Which councillors"
        options={choices.councillors.map((value) => ({ value, ...COUNCILLORS[value] }))}
        value={values.councillors}
        error={errors.councillors}
      />
      <h2>How often</h2>
      <RadioField
        name="pace"
        legend="When the number in their place has grown"
        options={PACES.filter(({ value }) => choices.paces.includes(value))}
        value={values.pace}
        error={errors.pace}
        hint="At most once a week, on Tuesday at ten."
      />
      {choices.sendsClosing ? (
        <CheckField
          name="sendsClosing"
          label="One last message when it closes"
          value={values.sendsClosing}
          hint="To everybody who was told before."
        />
      ) : null}
      <h2>Pause</h2>
      <CheckField name="isPaused" label={pauseLabel} value={values.isPaused} hint={pauseHint} />
    </>
  );
}
