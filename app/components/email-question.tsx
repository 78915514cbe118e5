import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import { SignForm, type SignFormProps } from "./sign-form.tsx";
import type { SignValues } from "./sign-values.ts";

interface EmailQuestionProps extends SignFormProps {
  values: SignValues;
  /** The address that may have been meant: "sam@gmail.com". */
  suggestion: string;
}

/**
 * Asked once, in place of the sign form, where an address looks mistyped. Both answers send everything again with
 * `emailChecked`, so neither is asked twice.
 */
export function EmailQuestion({ suggestion, ...form }: EmailQuestionProps): ReactElement {
  const { action, values } = form;
  const typed = values.email ?? "";
  const meant = suggestion.slice(suggestion.lastIndexOf("@") + 1);
  return (
    <>
      <section className="card card-raised" aria-labelledby="question">
        <h2 id="question">Did you mean {meant}?</h2>
        <p>We send you a link to confirm, so the address has to be right. You have not signed yet.</p>
        <div className="choices">
          <Answer
            action={action}
            values={{ ...values, email: suggestion }}
            words={`Yes, use ${suggestion}`}
          />
          <Answer action={action} values={values} words={`No, ${typed} is right`} />
        </div>
      </section>
      <details>
        <summary>Change something else</summary>
        <SignForm {...form} />
      </details>
    </>
  );
}

function Answer({
  action,
  values,
  words,
}: {
  action: string;
  values: SignValues;
  words: string;
}): ReactElement {
  return (
    <form method="post" action={action}>
      {Object.entries({ ...values, emailChecked: "on" }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button>{words}</Button>
    </form>
  );
}
