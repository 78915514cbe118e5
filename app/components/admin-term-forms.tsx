import type { ReactElement } from "react";
import { ADDRESS_STATES } from "#app/domain/representative/admin-forms.ts";
import type { ManagedTerm } from "#app/domain/representative/admin-queries.server.ts";
import { AdminTermFields } from "./admin-term-fields.tsx";
import { ADDRESS_WORDS } from "./admin-words.ts";
import { Button } from "./button.tsx";
import { CheckField } from "./check-field.tsx";
import { Choice } from "./choice.tsx";
import { Field } from "./field.tsx";

interface TermFormProps {
  term: ManagedTerm;
  /** What was typed, where it has to be put right. */
  sent: Readonly<Record<string, string | undefined>> | undefined;
  errors: Readonly<Record<string, string | undefined>>;
}

/** Corrects what is known of a term. */
export function CorrectTerm({ term, sent, errors }: TermFormProps): ReactElement {
  const { party, startsOn, address, source, checkedOn, version } = term;
  const isSent = sent?.intent === "correct";
  return (
    <form method="post" noValidate>
      <h2>Correct it</h2>
      <input type="hidden" name="version" value={version} />
      <AdminTermFields
        values={isSent ? sent : { party, startsOn, address, source, checkedOn }}
        errors={isSent ? errors : {}}
      />
      <Button name="intent" value="correct">
        Save
      </Button>
    </form>
  );
}

/** Sets the last day, or takes it off. */
export function EndTerm({ term, sent, errors }: TermFormProps): ReactElement {
  const isSent = sent?.intent === "end";
  return (
    <form method="post" noValidate>
      <h2>End it</h2>
      <p>From the day after, they are no longer told. What they were told stays in the record.</p>
      <input type="hidden" name="version" value={term.version} />
      <Field
        name="endsOn"
        label="Last day"
        hint="Like 7 May 2026. Leave it blank if the term runs on."
        value={isSent ? sent.endsOn : term.endsOn}
        error={isSent ? errors.endsOn : undefined}
        isRequired={false}
      />
      <Button name="intent" value="end">
        Save the last day
      </Button>
    </form>
  );
}

/** Says what is known of the address; an objection ends by the person's own word alone. */
export function AddressStateOf({ term, sent, errors }: TermFormProps): ReactElement {
  const isSent = sent?.intent === "address";
  return (
    <form method="post" noValidate>
      <h2>How the address stands</h2>
      <p>This holds for everybody with the same address.</p>
      <input type="hidden" name="version" value={term.version} />
      <Choice
        name="addressState"
        label="The address"
        options={ADDRESS_STATES.map((value) => ({ value, label: ADDRESS_WORDS[value] }))}
        value={(isSent ? sent.addressState : undefined) ?? term.addressState}
        error={isSent ? errors.addressState : undefined}
      />
      {term.addressState === "opted_out" ? (
        <CheckField
          name="agreed"
          label="They have told us themselves that we may write again"
          error={isSent ? errors.agreed : undefined}
        />
      ) : null}
      <Button name="intent" value="address">
        Save the state
      </Button>
    </form>
  );
}
