import type { ReactElement } from "react";
import { DAYS_BETWEEN_MAILINGS, UPDATE_CHARACTERS, UPDATE_TITLE_CHARACTERS } from "#app/policy-news.ts";
import { Button } from "./button.tsx";
import { CheckField } from "./check-field.tsx";
import { Field } from "./field.tsx";
import { counted, londonDay, londonTime, people } from "./format.ts";
import { TextArea } from "./text-area.tsx";
import { UpdateWords } from "./update-words.tsx";

interface UpdateFieldsProps {
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string | undefined>>;
  mail: MailTimes;
}

/** Whom a mail would go to, and when. */
export interface MailTimes {
  wantingCount: number;
  nextAt: number;
  now: number;
}

/** The form of an update: title, text, and whether it is mailed. */
export function UpdateFields({ values, errors, mail }: UpdateFieldsProps): ReactElement {
  return (
    <form method="post" noValidate>
      <Field
        name="title"
        label="Title"
        hint={`What happened, in at most ${UPDATE_TITLE_CHARACTERS} characters. It is the subject of the mail: “We met the director on Tuesday”.`}
        value={values.title}
        error={errors.title}
      />
      <TextArea
        name="body"
        label="What has happened"
        hint={`At most ${UPDATE_CHARACTERS} characters; a few short paragraphs are best. A blank line begins a paragraph. Name no child, and nobody who has not agreed.`}
        value={values.body}
        error={errors.body}
      />
      <details className="field">
        <summary>Headings, lists and links</summary>
        <pre className="typed">{EXAMPLE}</pre>
        <p className="hint">becomes</p>
        <div className="card">
          <UpdateWords markdown={EXAMPLE} level={3} />
        </div>
      </details>
      <CheckField
        name="mail"
        label="Mail it too to those who signed and asked for news"
        hint={mailHint(mail)}
        value={values.mail}
        error={errors.mail}
      />
      <Button>See how it will look</Button>
    </form>
  );
}

const EXAMPLE = `## What the director said

- 214 families will be **written to this month**
- a meeting in January

The minutes are [on the council’s site](https://www.gov.uk/).`;

function mailHint({ wantingCount, nextAt, now }: MailTimes): string {
  const to = `${people(wantingCount)} ${wantingCount === 1 ? "wants" : "want"} news of it now.`;
  return nextAt <= now
    ? `${to} They get at most one mail in ${counted(DAYS_BETWEEN_MAILINGS, "day")}.`
    : `${to} They get at most one mail in ${counted(DAYS_BETWEEN_MAILINGS, "day")}, so this one could go from ${londonDay(nextAt)}, ${londonTime(nextAt)}.`;
}
