import type { ReactElement } from "react";
import { HIDE_REASONS, REJECT_REASONS } from "#app/domain/moderation/reasons.ts";
import { Button } from "./button.tsx";
import { Choice } from "./choice.tsx";
import { counted } from "./format.ts";
import { RadioField } from "./radio-field.tsx";
import { TextArea } from "./text-area.tsx";

interface ModerateDecideProps {
  textVersion: number;
  /** How many more times changes may be asked for. */
  chancesLeft: number;
  /** What was sent, where something has to be put right. */
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string | undefined>>;
}

/** Publish, ask for changes, reject or hide; with a note that the organiser reads. */
export function ModerateDecide(props: ModerateDecideProps): ReactElement {
  const { textVersion, chancesLeft, values, errors } = props;
  const askChanges = {
    value: "ask_changes",
    label: "Ask for changes",
    hint: `Say in the note what has to change. You can do this ${chancesLeft === 1 ? "once more" : `${counted(chancesLeft, "more time", "more times")}`}.`,
  };
  return (
    <form method="post" noValidate>
      <input type="hidden" name="textVersion" value={textVersion} />
      <RadioField
        name="decision"
        legend="What you decide"
        value={values.decision}
        error={errors.decision}
        options={[
          { value: "publish", label: "Publish it" },
          ...(chancesLeft > 0 ? [askChanges] : []),
          {
            value: "reject",
            label: "Reject it",
            hint: "It stays in public, with the reason, and cannot be signed.",
          },
          {
            value: "hide",
            label: "Hide it",
            hint: "For what nobody may read. The reason is not shown in public.",
          },
        ]}
      />
      {chancesLeft > 0 ? null : <p>Changes have been asked for twice, so it is decided now.</p>}
      <Choice
        name="rejectReason"
        label="If you reject it: why"
        blank="Choose one"
        options={REJECT_REASONS}
        value={values.rejectReason}
        error={errors.rejectReason}
      />
      <Choice
        name="hideReason"
        label="If you hide it: why"
        blank="Choose one"
        options={HIDE_REASONS}
        value={values.hideReason}
        error={errors.hideReason}
      />
      <TextArea
        name="note"
        label="Note to the organiser"
        hint="They get it by mail. Say what to do, in plain and kind words. Leave out what could harm somebody."
        value={values.note}
        error={errors.note}
      />
      <Button name="intent" value="decide">
        Decide
      </Button>
    </form>
  );
}
