import type { ReactElement } from "react";
import { OTHER_BODIES, TOPICS } from "#app/domain/campaign/draft.ts";
import { BODY_NAME_CHARACTERS } from "#app/policy.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { Button } from "./button.tsx";
import { Choice, type ChoiceOption } from "./choice.tsx";
import { Field } from "./field.tsx";
import { RadioField } from "./radio-field.tsx";
import { ClauseField, ShortNameField } from "./text-fields.tsx";

export interface StartWhomProps {
  kind: CampaignKind;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  /** The councils of the postcode, the one that runs the topic first. */
  suggested: readonly { gssCode: string; name: string; why: string; isBest: boolean }[];
  /** All councils. */
  councils: readonly ChoiceOption[];
}

/** Who should act: found by topic and postcode, or chosen. */
export function StartWhom({ kind, values, errors, suggested, councils }: StartWhomProps): ReactElement {
  const isFound = suggested.length > 0;
  const find = (
    <>
      <Choice
        name="topic"
        label="What is it about?"
        blank="Choose one"
        options={TOPICS}
        value={values.topic}
        error={errors.topic}
      />
      <Field
        name="postcode"
        label="Your postcode"
        hint="Only to find your councils. It is kept with the draft, encrypted, and deleted with it."
        width="postcode"
        autoComplete="postal-code"
        value={values.postcode}
        error={errors.postcode}
        isRequired={false}
      />
      <Button tone={isFound ? "quiet" : "plain"} name="intent" value="suggest">
        {isFound ? "Look again" : "Find my councils"}
      </Button>
    </>
  );
  return (
    <form method="post" noValidate>
      {/* Return in a field presses the first button: that of the whole form. */}
      <button type="submit" className="on-return" tabIndex={-1} aria-hidden="true">
        Save
      </button>
      {find}
      <RadioField
        name="body"
        legend="Who should act?"
        value={values.body}
        error={errors.body}
        options={[
          ...suggested.map(({ gssCode, name, why, isBest }) => ({
            value: `gss:${gssCode}`,
            label: isBest ? `${name} (most likely the right one)` : name,
            hint: why,
          })),
          { value: "council", label: isFound ? "Another council" : "A council" },
          ...OTHER_BODIES,
        ]}
      />
      <Choice
        name="otherCouncil"
        label={isFound ? "If another council: which?" : "If a council: which?"}
        blank="Choose one"
        options={councils}
        value={values.otherCouncil}
        error={errors.otherCouncil}
      />
      <Field
        name="bodyName"
        label="If a department, a trust or somebody else: their name"
        hint={`At most ${BODY_NAME_CHARACTERS} characters.`}
        value={values.bodyName}
        error={errors.bodyName}
        isRequired={false}
      />
      {kind === "letter" ? null : (
        <>
          <ClauseField values={values} errors={errors} bodyName={values.chosenName ?? ""} />
          <ShortNameField values={values} errors={errors} />
        </>
      )}
      <Button>Save and go on</Button>
    </form>
  );
}
