import type { ReactElement } from "react";
import { describedBy, HintAndError } from "./field.tsx";

interface TextAreaProps {
  /** Also its id. */
  name: string;
  label: string;
  value?: string;
  hint?: string;
  error?: string;
  isRequired?: boolean;
  rows?: number;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps): ReactElement {
  const { name, label, value, hint, error, isRequired = true, rows = 5 } = props;
  return (
    <div className={error === undefined ? "field" : "field has-error"}>
      <label htmlFor={name}>{label}</label>
      <HintAndError name={name} hint={hint} error={error} />
      <textarea
        className="input"
        id={name}
        name={name}
        rows={rows}
        defaultValue={value}
        required={isRequired}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(name, hint, error)}
      />
    </div>
  );
}
