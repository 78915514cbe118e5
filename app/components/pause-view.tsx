import type { ReactElement } from "react";
import type { PausePage } from "../domain/forwarding/find-pause.server.ts";
import { Button } from "./button.tsx";
import { Contact } from "./contact.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { londonDay } from "./format.ts";
import { Notice } from "./notice.tsx";
import { PageHeading } from "./page-heading.tsx";
import { RadioField } from "./radio-field.tsx";
import { useSite } from "./site-details.ts";
import { TextArea } from "./text-area.tsx";

interface PauseViewProps {
  page: PausePage;
  values: Record<string, string>;
  errors: Record<string, string>;
  /** What was asked for held already. */
  isAlready: boolean;
}

/** Who gets which messages, what they have stopped, and what they can stop still. */
export function PauseView({ page, values, errors, isAlready }: PauseViewProps): ReactElement {
  const { who, areaName, campaigns, all } = page;
  const messages = Object.entries(errors).map(([field, message]) => ({ field, message }));
  const isSilent = all !== undefined;
  return (
    <>
      <ErrorSummary errors={messages} />
      <PageHeading
        kicker={`${who}, ${areaName}`}
        title={titleOf(all)}
        lede={isSilent ? undefined : "At most one message a week, only when the number has grown."}
      />
      {isAlready ? (
        <Notice tone="ok">
          <p>You had asked for this already. Nothing has changed.</p>
        </Notice>
      ) : null}
      <StoppedNow page={page} />
      {all?.isForGood ? null : <PauseChoices {...{ campaigns, isSilent, values, errors }} />}
    </>
  );
}

function titleOf(all: PausePage["all"]): string {
  if (all === undefined) return "Pause or stop our messages";
  return all.isForGood ? "We do not write to you" : "Your messages are paused";
}

function StoppedNow({ page: { campaigns, all } }: { page: PausePage }): ReactElement | null {
  const { operatorContact } = useSite();
  const paused = campaigns.filter(({ isPaused }) => isPaused);
  if (all === undefined && paused.length === 0) return null;
  return (
    <>
      {all === undefined ? (
        <Notice tone="ok" title="Paused">
          <ul>
            {paused.map(({ number, title }) => (
              <li key={number}>“{title}”</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <p>
          {all.isForGood
            ? "No message about any campaign goes to this address any more."
            : `Since ${londonDay(all.since)} no message about any campaign goes to this address.`}
        </p>
      )}
      <p>
        {all?.isClosed
          ? "To be written to again, write to "
          : "A mail to the address on record has a link that undoes this. You can also write to "}
        <Contact to={operatorContact} />.
      </p>
    </>
  );
}

interface PauseChoicesProps extends Pick<PauseViewProps, "values" | "errors"> {
  campaigns: PausePage["campaigns"];
  isSilent: boolean;
}

function PauseChoices({ campaigns, isSilent, values, errors }: PauseChoicesProps): ReactElement {
  const options = [
    ...campaigns
      .filter(({ isPaused }) => !isPaused && !isSilent)
      .map(({ number, title }) => ({
        value: `campaign-${number}`,
        label: `Pause this campaign: “${title}”`,
      })),
    ...(isSilent ? [] : [{ value: "all", label: "Pause all campaigns, until I say otherwise" }]),
    { value: "stop", label: "Stop for good" },
  ];
  return (
    <form method="post">
      <RadioField
        name="what"
        legend={isSilent ? "Or stop for good" : "What should we stop?"}
        options={options}
        value={values.what}
        error={errors.what}
      />
      <TextArea
        name="words"
        label="Tell us why, if you like"
        hint="Only the people who run this site read it."
        value={values.words}
        error={errors.words}
        isRequired={false}
      />
      <Button>Stop the messages</Button>
    </form>
  );
}
