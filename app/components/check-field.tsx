import type { ReactElement } from "react";
import { describedBy, HintAndError } from "./field.tsx";

interface CheckFieldProps {
  /** Also its id. */
  name: string;
  label: string;
  /** What the form was sent with: `on` or nothing. Nothing is ever ticked beforehand. */
  value?: string;
  hint?: string;
  error?: string;
}

/** A box to tick; sends `on`. The whole line can be pressed. */
export function CheckField({ name, label, value, hint, error }: CheckFieldProps): ReactElement {
  return (
    <div className={error === undefined ? "check" : "check has-error"}>
      <label htmlFor={name}>
        <input
          type="checkbox"
          id={name}
          name={name}
          value="on"
          defaultChecked={value === "on"}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={describedBy(name, hint, error)}
        />
        <span>{label}</span>
      </label>
      <HintAndError name={name} hint={hint} error={error} />
    </div>
  );
}
