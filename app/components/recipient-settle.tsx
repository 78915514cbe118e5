import type { ReactElement } from "react";
import type { KnownOffice } from "#app/domain/recipient/known-offices.server.ts";
import { REFUSALS } from "#app/domain/recipient/named-recipient.ts";
import { Button } from "./button.tsx";
import { Choice } from "./choice.tsx";
import { Field } from "./field.tsx";
import { RadioField } from "./radio-field.tsx";

interface RecipientSettleProps {
  recipient: { email: string; sourceUrl: string; seats: readonly { gssCode: string; name: string }[] };
  known: readonly Omit<KnownOffice, "representativeId">[];
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string>>;
}

/** Whether somebody named is taken: who they are, where they have their seat, at which address; or why not. */
export function RecipientSettle({ recipient, known, values, errors }: RecipientSettleProps): ReactElement {
  const { email, sourceUrl, seats } = recipient;
  const atAddress = known.filter(({ hasAddress }) => hasAddress);
  const [only] = atAddress.length === 1 ? atAddress : [];
  return (
    <form method="post" noValidate>
      <RadioField
        name="decision"
        legend="What you decide"
        options={[
          {
            value: "accepted",
            label: "Take them",
            hint: "The page shows this person or office, and this address for this work.",
          },
          { value: "declined", label: "Do not take them" },
        ]}
        value={values.decision}
        error={errors.decision}
      />
      <h2>If you take them</h2>
      <RadioField
        name="known"
        legend="Who they are"
        options={[
          ...known.map(({ publicId, name, areaName, hasAddress }) => ({
            value: publicId,
            label: `${name}, ${areaName}`,
            hint: hasAddress ? "Known already, at this very address" : "Known already, of this name",
          })),
          { value: "new", label: "An office that we do not know yet" },
        ]}
        value={values.known ?? only?.publicId ?? (known.length === 0 ? "new" : undefined)}
        error={errors.known}
      />
      <Choice
        name="seat"
        label="Where they have their seat"
        blank="Choose one"
        options={seats.map(({ gssCode, name }) => ({ value: gssCode, label: name }))}
        value={values.seat ?? (seats.length > NATION_COUNT ? seats[0]?.gssCode : undefined)}
        error={errors.seat}
      />
      <Field
        name="email"
        label="Address that the page publishes"
        hint="Blank where it publishes none: then they are named, and told of nothing."
        type="email"
        inputMode="email"
        value={values.email ?? email}
        error={errors.email}
        isRequired={false}
      />
      <Field
        name="sourceUrl"
        label="The page that you have looked at"
        type="url"
        inputMode="url"
        value={values.sourceUrl ?? sourceUrl}
        error={errors.sourceUrl}
      />
      <h2>If you do not</h2>
      <Choice
        name="reason"
        label="Why not"
        blank="Choose one"
        options={REFUSALS}
        value={values.reason}
        error={errors.reason}
      />
      <Button>Decide</Button>
    </form>
  );
}

/** Four nations and the kingdom: a council addressed stands before them. */
const NATION_COUNT = 5;
