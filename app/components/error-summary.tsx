import type { ReactElement } from "react";

interface ErrorSummaryProps {
  /** In the order of the fields on the page. */
  errors: readonly { field: string; message: string }[];
}

// Focus goes to the summary as the page opens: no script is there to move it, and the form may be far down the page.
const FOCUSED_FIRST = { autoFocus: true, tabIndex: -1 } as const;

/** What to put right, each a link to its field. Nothing where there is nothing to say. */
export function ErrorSummary({ errors }: ErrorSummaryProps): ReactElement | null {
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" aria-labelledby="error-summary-title" {...FOCUSED_FIRST}>
      <h2 id="error-summary-title">
        {errors.length === 1 ? "One thing to put right" : "Some things to put right"}
      </h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
