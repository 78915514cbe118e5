import type { ReactElement } from "react";
import { describedBy, HintAndError } from "./field.tsx";

export interface ChoiceOption {
  /** A GSS code, a country code. */
  value: string;
  label: string;
}

export interface ChoiceProps {
  /** Also its id. */
  name: string;
  label: string;
  options: readonly ChoiceOption[];
  value?: string;
  /** What stands there before anything is chosen, sent as a blank: "I do not know". */
  blank?: string;
  hint?: string;
  error?: string;
  autoComplete?: string;
  isRequired?: boolean;
}

/** One of a list: a country, a council, a ward. */
export function Choice(props: ChoiceProps): ReactElement {
  const { name, label, options, value, blank, hint, error, autoComplete, isRequired = false } = props;
  return (
    <div className={error === undefined ? "field" : "field has-error"}>
      <label htmlFor={name}>{label}</label>
      <HintAndError name={name} hint={hint} error={error} />
      <select
        className="input"
        id={name}
        name={name}
        defaultValue={value ?? ""}
        autoComplete={autoComplete}
        required={isRequired}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(name, hint, error)}
      >
        {blank === undefined ? null : <option value="">{blank}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
