import type { ReactElement, ReactNode } from "react";
import { type ComplaintStep, INVALID_REASONS } from "#app/domain/moderation/complaint.ts";
import { Button, type ButtonTone } from "./button.tsx";
import { Choice } from "./choice.tsx";

interface ComplaintStepsProps {
  /** Those that are possible now. */
  steps: readonly ComplaintStep["step"][];
  hasCampaign: boolean;
  errors: Readonly<Record<string, string | undefined>>;
}

/** What a moderator can do about a complaint now: a sentence and a button each. */
export function ComplaintSteps({ steps, hasCampaign, errors }: ComplaintStepsProps): ReactElement {
  return (
    <>
      {steps.map((step) => {
        const { title, words, label, tone } = STEPS[step];
        return (
          <section key={step}>
            <h3>{title}</h3>
            <p>{step === "passage_gone" && !hasCampaign ? OWN_PAGE_GONE : words}</p>
            <form method="post" noValidate>
              {step === "invalid" ? (
                <Choice
                  name="reason"
                  label="Why"
                  hint="Whoever complained reads these words."
                  blank="Choose one"
                  options={INVALID_REASONS}
                  error={errors.reason}
                />
              ) : null}
              <Button tone={tone} name="step" value={step}>
                {label}
              </Button>
            </form>
          </section>
        );
      })}
    </>
  );
}

const OWN_PAGE_GONE = "Press this once the words are gone from the page. Whoever complained gets a mail.";

const STEPS: Record<
  ComplaintStep["step"],
  { title: string; words: ReactNode; label: string; tone: ButtonTone }
> = {
  ask: {
    title: "Write to the author now",
    words:
      "The organiser gets a copy, and five days. It happens by itself a day after the complaint came in.",
    label: "Write to the author",
    tone: "plain",
  },
  hide: {
    title: "Hide all of it",
    words:
      "Everything of it answers that it is gone. Its organisers get a mail and can appeal; whoever complained gets a mail.",
    label: "Hide all of it",
    tone: "danger",
  },
  passage_gone: {
    title: "Only the words are gone",
    words:
      "Press this once the text has been changed so that the words no longer stand in it. Its earlier versions leave the public with it. Whoever complained gets a mail.",
    label: "The words are gone",
    tone: "quiet",
  },
  keep: {
    title: "Close the matter: the words stay",
    words: "Whoever complained has an answer, and can turn to the author or to a court.",
    label: "Close it",
    tone: "plain",
  },
  false_details: {
    title: "Name or address cannot be true",
    words: "Then the law takes it for no answer, and the words have to be removed.",
    label: "They are plainly false",
    tone: "quiet",
  },
  invalid: {
    title: "Set the complaint aside",
    words: "Where it is not what the law’s procedure is for. Whoever complained gets a mail with the reason.",
    label: "Set it aside",
    tone: "quiet",
  },
};
