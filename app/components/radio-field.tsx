import type { ReactElement } from "react";
import { describedBy, HintAndError } from "./field.tsx";

interface RadioFieldProps {
  /** Its first button has this id, so that an error summary leads to it. */
  name: string;
  legend: string;
  options: readonly { value: string; label: string; hint?: string }[];
  value?: string;
  hint?: string;
  error?: string;
}

/** One of a few, all of them in view. Nothing is chosen beforehand. */
export function RadioField({ name, legend, options, value, hint, error }: RadioFieldProps): ReactElement {
  return (
    <fieldset
      className={error === undefined ? undefined : "has-error"}
      aria-describedby={describedBy(name, hint, error)}
    >
      <legend>{legend}</legend>
      <HintAndError name={name} hint={hint} error={error} />
      {options.map((option, index) => (
        <div className="check" key={option.value}>
          <label htmlFor={index === 0 ? name : `${name}-${option.value}`}>
            <input
              type="radio"
              id={index === 0 ? name : `${name}-${option.value}`}
              name={name}
              value={option.value}
              defaultChecked={value === option.value}
              aria-describedby={option.hint === undefined ? undefined : `${name}-${option.value}-hint`}
            />
            <span>{option.label}</span>
          </label>
          {option.hint === undefined ? null : (
            <p className="hint" id={`${name}-${option.value}-hint`}>
              {option.hint}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
}
