import type { ReactElement } from "react";
import { MORE_CHARACTERS } from "#app/policy.ts";
import { LETTER_CHARACTERS } from "#app/policy-recipients.ts";
import { Field } from "./field.tsx";
import { TextArea } from "./text-area.tsx";

interface LetterFieldsProps {
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string>>;
}

/** An open letter in the order in which it is read: place and day, greeting, paragraphs, close; what stands outside it. */
export function LetterFields({ values, errors }: LetterFieldsProps): ReactElement {
  const of = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <>
      <Field
        {...of("place")}
        label="Place"
        hint="Where you write from, like “Worcester”. You can leave it blank."
        isRequired={false}
      />
      <Field
        {...of("datedOn")}
        label="Date"
        hint="Like 7 May 2026. Left blank, it gets the day on which it is published."
        isRequired={false}
      />
      <Field
        {...of("salutation")}
        label="How it greets"
        hint="Like “Dear Director of Children’s Services,”"
      />
      <TextArea
        {...of("why")}
        label="What it says"
        hint={`A blank line begins a paragraph. At most ${LETTER_CHARACTERS.toLocaleString("en-GB")} characters. Name no child, school, doctor or member of staff. What you ask for stands numbered below it.`}
        rows={16}
      />
      <Field {...of("close")} label="How it ends" hint="Like “Yours faithfully,”. The names follow." />
      <TextArea
        {...of("more")}
        label="Background, outside the letter"
        hint={`Facts and where they come from, at most ${MORE_CHARACTERS.toLocaleString("en-GB")} characters. It stands below the letter and is not part of what people sign.`}
        isRequired={false}
      />
    </>
  );
}
