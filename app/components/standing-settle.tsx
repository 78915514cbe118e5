import type { ReactElement } from "react";
import { DECLINE_REASONS } from "#app/domain/open-letter/standing.ts";
import { Button } from "./button.tsx";
import { CheckField } from "./check-field.tsx";
import { Choice } from "./choice.tsx";
import { RadioField } from "./radio-field.tsx";
import type { ShownStanding } from "./standing-review.tsx";
import { TextArea } from "./text-area.tsx";

interface StandingSettleProps {
  standing: ShownStanding;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** Yes or no to what somebody claims to be; of what was vouched for before only no. */
export function StandingSettle({ standing, values, errors }: StandingSettleProps): ReactElement {
  const { state, claim, host } = standing;
  const mayVouch = state === "waiting";
  const mayOwn = mayVouch && !standing.isSharedHost && claim.organisation !== "";
  return (
    <form method="post" noValidate>
      <RadioField
        name="decision"
        legend="What you decide"
        options={[...(mayVouch ? vouchOptions(claim.onBehalf) : []), DECLINE]}
        value={values.decision}
        error={errors.decision}
      />
      <TextArea
        name="words"
        label="What you looked at"
        hint="With the address of the page, for other moderators. Needed for a yes."
        value={values.words}
        error={errors.words}
        isRequired={false}
      />
      {mayOwn ? (
        <CheckField
          name="ownDomain"
          label={`${host} is ${claim.organisation}’s own domain`}
          hint="From now on an address there vouches by itself for whoever says to belong to it. Never for somebody who signs for it as a whole."
          value={values.ownDomain}
          error={errors.ownDomain}
        />
      ) : null}
      <Choice
        name="reason"
        label="If not, why"
        hint="The person reads this on the page of their signature. Nobody is written to."
        blank="Choose why"
        options={Object.entries(DECLINE_REASONS).map(([value, label]) => ({ value, label }))}
        value={values.reason}
        error={errors.reason}
      />
      <Button>Decide</Button>
    </form>
  );
}

const DECLINE = { value: "decline", label: "No: do not show it" };

function vouchOptions(onBehalf: boolean): { value: string; label: string; hint?: string }[] {
  if (!onBehalf) return [{ value: "vouch", label: "Yes: show it beside their name" }];
  return [
    {
      value: "vouch",
      label: "Yes: the organisation signs",
      hint: "A public page must show that this person may speak for it.",
    },
    {
      value: "vouch_person",
      label: "Yes for the person, not for the organisation",
      hint: "They stand with their role and organisation, if they show their name.",
    },
  ];
}
