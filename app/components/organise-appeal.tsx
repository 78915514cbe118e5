import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import { TextArea } from "./text-area.tsx";

/** Asks that another moderator look again at a rejection or a hiding. */
export function OrganiseAppeal({ value, error }: { value?: string; error?: string }): ReactElement {
  return (
    <section id="appeal">
      <h2>Ask another moderator to look again</h2>
      <form method="post" noValidate>
        <TextArea
          name="words"
          label="Why you think that the decision is wrong"
          hint="You can ask once. Somebody else than the one who decided reads it."
          value={value}
          error={error}
        />
        <Button name="intent" value="appeal">
          Ask for another look
        </Button>
      </form>
    </section>
  );
}
