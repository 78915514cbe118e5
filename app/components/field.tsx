import type { ReactElement } from "react";

export interface FieldProps {
  /** Also its id, so an error summary links to `#name`. One form with this name on a page. */
  name: string;
  label: string;
  value?: string;
  /** What to do: "Enter a full postcode, like WR5 2NP". */
  error?: string;
  hint?: string;
  type?: "text" | "email" | "search" | "tel" | "url";
  autoComplete?: string;
  inputMode?: "text" | "email" | "numeric" | "tel" | "url" | "search";
  /** `postcode`: as wide as what goes in, in capitals, spelling left alone. */
  width?: "full" | "postcode";
  isRequired?: boolean;
}

/** A line of text with its label, hint and error. */
export function Field(props: FieldProps): ReactElement {
  const {
    name,
    label,
    value,
    error,
    hint,
    type = "text",
    autoComplete,
    inputMode,
    width,
    isRequired = true,
  } = props;
  const isName = autoComplete === "name";
  return (
    <div className={error === undefined ? "field" : "field has-error"}>
      <label htmlFor={name}>{label}</label>
      <HintAndError name={name} hint={hint} error={error} />
      <input
        className={width === "postcode" ? "input input-short" : "input"}
        id={name}
        name={name}
        type={type}
        defaultValue={value}
        autoComplete={autoComplete}
        autoCapitalize={width === "postcode" ? "characters" : isName ? "words" : undefined}
        inputMode={inputMode}
        spellCheck={type === "email" || width === "postcode" || isName ? false : undefined}
        required={isRequired}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(name, hint, error)}
      />
    </div>
  );
}

interface Described {
  name: string;
  hint?: string;
  error?: string;
}

/** The lines between a label and its control, whose ids `describedBy` names. */
export function HintAndError({ name, hint, error }: Described): ReactElement {
  return (
    <>
      {hint === undefined ? null : (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p className="error" id={`${name}-error`}>
          <span className="hidden">Error: </span>
          {error}
        </p>
      )}
    </>
  );
}

/** Ids for a control's `aria-describedby`: its hint, its error, both or none. */
export function describedBy(name: string, hint?: string, error?: string): string | undefined {
  const ids = [hint === undefined ? "" : `${name}-hint`, error === undefined ? "" : `${name}-error`];
  return ids.filter(Boolean).join(" ") || undefined;
}
