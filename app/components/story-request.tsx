import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { dayAndTime } from "./moderate-words.ts";
import { Notice } from "./notice.tsx";
import { PlainText } from "./plain-text.tsx";
import { RadioField } from "./radio-field.tsx";
import type { SentForm } from "./story-decide.tsx";
import { TextArea } from "./text-area.tsx";

/** For moderators: passes on that somebody would like to speak to the author, who has said yes to being asked. */
export function PassOnRequest({
  uses,
  values,
  errors,
}: SentForm & { uses: readonly string[] }): ReactElement | null {
  const options = [
    { value: "journalists", label: "A journalist" },
    { value: "group", label: "The group of the campaign from which it was told" },
  ].filter(({ value }) => uses.includes(value));
  if (options.length === 0)
    return <p className="soft">Its author has not said yes to being asked by journalists or a group.</p>;
  return (
    <details open={errors.who === undefined && errors.request === undefined ? undefined : true}>
      <summary>Somebody would like to speak to its author</summary>
      <form method="post" noValidate>
        <p>
          The author is mailed that there is a request, and reads it on their own page. Whoever asks gets
          nothing from us: no address, no name, and no word of whether it arrived.
        </p>
        <RadioField name="use" legend="Who asks" options={options} value={values.use} error={errors.use} />
        <Field
          name="who"
          label="Name and paper or group"
          hint="Have you checked that they are who they say?"
          value={values.who}
          error={errors.who}
        />
        <TextArea
          name="request"
          label="What they ask, and how the author can answer them"
          hint="With their telephone number or e-mail address."
          value={values.request}
          error={errors.request}
        />
        <Button tone="quiet" name="intent" value="pass_on">
          Pass it on
        </Button>
      </form>
    </details>
  );
}

/** For the author: who would like to speak to them. Nothing happens unless they answer. */
export function StoryRequests({
  requests,
}: {
  requests: readonly { words: string; request: string; at: number }[];
}): ReactElement | null {
  if (requests.length === 0) return null;
  return (
    <Notice tone="plain" title="Somebody would like to speak to you">
      {requests.map(({ words, request, at }) => (
        <div key={`${at} ${words}`}>
          <p>
            <b>{words}.</b> {dayAndTime(at)}
          </p>
          <PlainText text={request} />
        </div>
      ))}
      <p>
        You need not answer, and nobody learns whether you read this. If you answer, you do so yourself, and
        they then have your address or number. You can ask for your name to stay out of it.
      </p>
    </Notice>
  );
}
