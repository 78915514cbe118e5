import type { ReactElement } from "react";
import { PAPER_ROWS, PAPER_ROWS_AT_ONCE } from "#app/policy.ts";
import { Button } from "./button.tsx";
import { CheckField } from "./check-field.tsx";
import { describedBy, Field, HintAndError } from "./field.tsx";
import { figure } from "./format.ts";
import { TextArea } from "./text-area.tsx";

interface PaperFormProps {
  /** Names this form: sent twice, it counts once. */
  batch: string;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

const LINES = Array.from({ length: PAPER_ROWS }, (_, index) => index + 1);

/** A sheet, row by row, as it lies beside the keyboard. */
export function PaperRowsForm({ batch, values, errors }: PaperFormProps): ReactElement {
  return (
    <form method="post" noValidate className="paper-form">
      <input type="hidden" name="batch" value={batch} />
      <Words name="words" values={values} errors={errors} />
      <ol className="plain-list paper-rows">
        {LINES.map((line) => (
          <Row key={line} line={line} values={values} errors={errors} />
        ))}
      </ol>
      <CheckField name="goOn" label={GO_ON} value={values.goOn} />
      <Button name="intent" value="rows">
        Count this sheet
      </Button>
    </form>
  );
}

function Row({ line, values, errors }: Omit<PaperFormProps, "batch"> & { line: number }): ReactElement {
  return (
    <li>
      <Cell name={`name${line}`} label={`Name, row ${line}`} values={values} errors={errors} />
      <Cell
        name={`postcode${line}`}
        label={`Postcode, row ${line}`}
        values={values}
        errors={errors}
        isPostcode
      />
    </li>
  );
}

interface CellProps extends Omit<PaperFormProps, "batch"> {
  name: string;
  label: string;
  isPostcode?: boolean;
}

/** Nothing a browser knows of its own user belongs here: these are other people's names. */
function Cell({ name, label, values, errors, isPostcode = false }: CellProps): ReactElement {
  const error = errors[name];
  return (
    <div className={error === undefined ? "field" : "field has-error"}>
      <label htmlFor={name}>{label}</label>
      <HintAndError name={name} error={error} />
      <input
        className={isPostcode ? "input input-short" : "input"}
        id={name}
        name={name}
        defaultValue={values[name]}
        autoComplete="off"
        autoCapitalize={isPostcode ? "characters" : "words"}
        spellCheck={false}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(name, undefined, error)}
      />
    </div>
  );
}

/** The same from a spreadsheet: a file, or its lines pasted. */
export function PaperListForm({
  batch,
  values,
  errors,
  lines,
}: PaperFormProps & { lines: readonly { line: number; message: string }[] }): ReactElement {
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <input type="hidden" name="batch" value={batch} />
      <Words name="listWords" values={values} errors={errors} />
      <div className="field">
        <label htmlFor="file">A file, as a spreadsheet saves it (CSV)</label>
        <input
          className="input input-file"
          id="file"
          name="file"
          type="file"
          accept=".csv,text/csv,text/plain"
        />
      </div>
      <TextArea
        name="list"
        label="Or its lines"
        hint={`A name and a postcode in each, at most ${figure(PAPER_ROWS_AT_ONCE)} at once. A first line may name the columns: name, postcode.`}
        value={values.list}
        error={errors.list}
        isRequired={false}
      />
      {lines.length === 0 ? null : (
        <ul>
          {lines.slice(0, SHOWN).map(({ line, message }) => (
            <li key={line}>
              <b>Line {line}:</b> {message}
            </li>
          ))}
          {lines.length > SHOWN ? <li>And {figure(lines.length - SHOWN)} more.</li> : null}
        </ul>
      )}
      <CheckField name="listGoOn" label={GO_ON} value={values.listGoOn} />
      <Button name="intent" value="list">
        Count this list
      </Button>
    </form>
  );
}

const SHOWN = 50;

function Words({ name, values, errors }: Omit<PaperFormProps, "batch"> & { name: string }): ReactElement {
  return (
    <Field
      name={name}
      label="Where and when it was collected"
      hint="For you, to find it again: “Market stall, 14 November, sheet 3”."
      value={values[name]}
      error={errors[name]}
      isRequired={false}
      autoComplete="off"
    />
  );
}

const GO_ON = "If a row cannot be read, take the others and give me that one back";
