import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";

/** Leads moderators to any campaign. */
export function FindCampaignForm({ value, error }: { value?: string; error?: string }): ReactElement {
  return (
    <form method="get" action="/moderate/campaigns/find" className="postcode-form" noValidate>
      <Field
        name="words"
        label="Its number, or its address pasted here"
        type="search"
        value={value}
        error={error}
      />
      <Button tone="quiet">Find</Button>
    </form>
  );
}
