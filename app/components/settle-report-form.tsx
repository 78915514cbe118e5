import type { ReactElement } from "react";
import { DISMISSED_OUTCOMES, UPHELD_OUTCOMES } from "#app/domain/moderation/report.ts";
import { Button } from "./button.tsx";
import { CheckField } from "./check-field.tsx";
import { Choice } from "./choice.tsx";
import { RadioField } from "./radio-field.tsx";

interface SettleReportProps {
  /** When the page was opened: what came later is not settled along with it. */
  seenAt: number;
  /** Whether others of the same page and reason wait. */
  hasAlike: boolean;
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string | undefined>>;
}

/** Right or not, and what came of it: the words that whoever reported it reads. */
export function SettleReportForm({ seenAt, hasAlike, values, errors }: SettleReportProps): ReactElement {
  const of = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <form method="post" noValidate>
      <input type="hidden" name="seenAt" value={seenAt} />
      <RadioField
        {...of("decision")}
        legend="What you decide"
        options={[
          { value: "upheld", label: "It is right", hint: "First do what has to be done, then say so here." },
          { value: "dismissed", label: "It is not, or not for us" },
        ]}
      />
      <Choice
        {...of("upheldOutcome")}
        label="If it is right: what has been done"
        blank="Choose one"
        options={UPHELD_OUTCOMES}
      />
      <Choice
        {...of("dismissedOutcome")}
        label="If it is not: why"
        blank="Choose one"
        options={DISMISSED_OUTCOMES}
      />
      {hasAlike ? (
        <CheckField
          {...of("alike")}
          label="Settle the others about this page that say the same reason, too"
          hint="Those that came after you opened this page stay."
        />
      ) : null}
      <Button>Settle it</Button>
    </form>
  );
}
