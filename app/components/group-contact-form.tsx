import type { ReactElement } from "react";
import { GROUP_MESSAGE_DAYS } from "#app/policy-groups.ts";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { TextArea } from "./text-area.tsx";

interface GroupContactFormProps {
  name: string;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** Writes to a group without seeing its address. */
export function GroupContactForm({ name, values, errors }: GroupContactFormProps): ReactElement {
  return (
    <section className="card group-write" id="write" aria-labelledby="write-title">
      <h2 id="write-title">Write to this group</h2>
      <p className="hint">
        First we mail you a link, so that nobody can write in your name. Then your message, your name and your
        address go to those who run {name}; they answer you themselves. We delete our copy{" "}
        {GROUP_MESSAGE_DAYS} days later.
      </p>
      <form method="post" noValidate>
        <Field name="name" label="Your name" autoComplete="name" value={values.name} error={errors.name} />
        <Field
          name="email"
          label="Your e-mail address"
          type="email"
          inputMode="email"
          autoComplete="email"
          value={values.email}
          error={errors.email}
        />
        <TextArea name="message" label="Your message" value={values.message} error={errors.message} />
        <Button>Go on</Button>
      </form>
    </section>
  );
}
