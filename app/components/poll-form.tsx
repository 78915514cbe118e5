import type { ReactElement } from "react";
import type { PollKind } from "#db/tables/forwarding.ts";
import { Button } from "./button.tsx";
import { Choice } from "./choice.tsx";
import { Field } from "./field.tsx";
import { POLL_WORDS } from "./poll-list.tsx";
import { SureField } from "./sure-field.tsx";

interface FormProps {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** Enters a poll. */
export function PollFields({
  values,
  errors,
  kinds,
}: FormProps & { kinds: readonly PollKind[] }): ReactElement {
  return (
    <form method="post" noValidate>
      <Choice
        name="kind"
        label="What is voted on"
        blank="Choose"
        options={kinds.map((value) => ({ value, label: POLL_WORDS[value] }))}
        value={values.kind}
        error={errors.kind}
      />
      <Field name="name" label="What it is called" value={values.name} error={errors.name} />
      <Field
        name="place"
        label="Where"
        hint="A council, a constituency, a nation, or a code. Blank for everywhere."
        value={values.place}
        error={errors.place}
        isRequired={false}
      />
      <Field
        name="pollOn"
        label="Day of the poll"
        hint="Like 6 May 2027"
        value={values.pollOn}
        error={errors.pollOn}
      />
      <Field
        name="quietFrom"
        label="Quiet from"
        hint="Blank for the usual day: 25 working days before a general election, six weeks before others."
        value={values.quietFrom}
        error={errors.quietFrom}
        isRequired={false}
      />
      <Field name="source" label="Where this is announced" value={values.source} error={errors.source} />
      <Button name="intent" value="add">
        Add the poll
      </Button>
    </form>
  );
}

/** Ends the terms of all members of parliament. */
export function DissolveFields({ values, errors }: FormProps): ReactElement {
  return (
    <form method="post" noValidate>
      <p>
        From the day on which Parliament is dissolved there are no members. Their terms end the day before,
        and nobody is written to until new ones are elected and entered.
      </p>
      <Field
        name="dissolvedOn"
        label="Parliament is dissolved on"
        value={values.dissolvedOn}
        error={errors.dissolvedOn}
      />
      <SureField id="sure" label="Yes, end the terms of all Members of Parliament" error={errors.sure} />
      <p className="row">
        <Button tone="danger" name="intent" value="dissolve">
          End their terms
        </Button>
      </p>
    </form>
  );
}
