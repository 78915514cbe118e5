import type { ReactElement } from "react";
import type { ListError } from "#app/domain/csv/read-rows.ts";
import { LIST_COLUMNS } from "#app/domain/recipient/recipient-list.ts";
import { Button } from "./button.tsx";
import { TextArea } from "./text-area.tsx";

interface RecipientListFormProps {
  list?: string;
  error?: string;
  /** What is wrong, line by line. */
  lines: readonly ListError[];
}

/** Recipients as a spreadsheet has them: a file, or its lines pasted. One mistake, and nobody of the list is named. */
export function RecipientListForm({ list, error, lines }: RecipientListFormProps): ReactElement {
  return (
    <form method="post" encType="multipart/form-data" noValidate>
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
        hint={`The first line names the columns: ${LIST_COLUMNS.join(", ")}. “copy” is yes or no, “page” shows the address. All but name and role may be missing.`}
        value={list}
        error={error}
        isRequired={false}
      />
      {lines.length === 0 ? null : (
        <ul>
          {lines.slice(0, SHOWN).map(({ line, message }) => (
            <li key={`${line} ${message}`}>
              <b>Line {line}:</b> {message}
            </li>
          ))}
        </ul>
      )}
      <Button name="intent" value="list">
        Name all of them
      </Button>
      <details className="field">
        <summary>An example</summary>
        <pre className="typed">{EXAMPLE}</pre>
      </details>
    </form>
  );
}

const SHOWN = 50;

const EXAMPLE = `name,role,organisation,copy,email,page
,Director of Children’s Services,Worcestershire County Council,no,director@council.example,https://council.example/directors
Orla Penhale,Cabinet member for education,Worcestershire County Council,yes,,`;
