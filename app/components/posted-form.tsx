import type { ReactElement } from "react";
import { POSTED_ANSWER_CHARACTERS } from "#app/policy-recipients.ts";
import { Button } from "./button.tsx";
import { Choice, type ChoiceOption } from "./choice.tsx";
import { Field } from "./field.tsx";
import { TextArea } from "./text-area.tsx";

interface PostedFormProps {
  repliers: readonly ChoiceOption[];
  asks: readonly { position: number; text: string }[];
  /** How the words to all of it are headed. */
  whole: string;
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string>>;
}

/** A reply that came by another way: whose, when, its words, and which of them answer a single ask. */
export function PostedForm({ repliers, asks, whole, values, errors }: PostedFormProps): ReactElement {
  const of = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <>
      <h2>Post a reply</h2>
      <form method="post" noValidate>
        <Choice {...of("recipient")} label="Whose reply it is" blank="Choose one" options={repliers} />
        <Field {...of("receivedOn")} label="The day you received it" hint="Like 3 March 2027" />
        <TextArea
          {...of("words0")}
          label={whole}
          hint={`What they wrote, word for word, at most ${POSTED_ANSWER_CHARACTERS.toLocaleString("en-GB")} characters. Leave out private addresses and telephone numbers, and whatever is about a child.`}
          isRequired={false}
          rows={8}
        />
        {asks.map(({ position, text }) => (
          <TextArea
            key={position}
            {...of(`words${position}`)}
            label={`To ask ${position}, if they answered it by itself`}
            hint={text}
            isRequired={false}
            rows={3}
          />
        ))}
        <Field {...of("writerName")} label="Who signed it" isRequired={false} />
        <Field {...of("writerRole")} label="As what" hint="Like “Head of SEND”" isRequired={false} />
        <Button>Send it to a moderator</Button>
      </form>
    </>
  );
}
