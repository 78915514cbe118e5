import type { ReactElement } from "react";
import { HintAndError } from "./field.tsx";

interface SureFieldProps {
  /** Its id: several forms of one page may have such a box. */
  id: string;
  label: string;
  error?: string;
}

/** A box to tick before something that cannot be undone; sends `sure=on`. */
export function SureField({ id, label, error }: SureFieldProps): ReactElement {
  return (
    <div className={error === undefined ? "check" : "check has-error"}>
      <label htmlFor={id}>
        <input
          type="checkbox"
          id={id}
          name="sure"
          value="on"
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
        />
        <span>{label}</span>
      </label>
      <HintAndError name={id} error={error} />
    </div>
  );
}
