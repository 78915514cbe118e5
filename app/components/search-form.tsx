import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import { Choice, type ChoiceProps } from "./choice.tsx";
import { Field } from "./field.tsx";

interface SearchFormProps {
  /** The list's own address; the answers go into its query. */
  action: string;
  /** "Search petitions" */
  label: string;
  q?: string;
  /** Filters beside the word: council, state. */
  choices?: readonly ChoiceProps[];
  /** What stays as it is in the list's query. */
  kept?: Readonly<Record<string, string>>;
}

/** A word to search for, and filters. */
export function SearchForm({ action, label, q, choices = [], kept = {} }: SearchFormProps): ReactElement {
  return (
    <search>
      <form className="search" method="get" action={action}>
        <Field name="q" label={label} value={q} type="search" isRequired={false} />
        {choices.map((choice) => (
          <Choice key={choice.name} {...choice} />
        ))}
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button>Search</Button>
      </form>
    </search>
  );
}
