import type { ReactElement } from "react";
import { Field } from "./field.tsx";

/** The page that somebody speaks of, as it is known; blank where it has to be asked for. */
export interface KnownPage {
  page: string;
  /** The campaign's title, or blank. */
  title: string;
}

/** Which page somebody speaks of: said where it is known, asked for where it is not. */
export function PageQuestion({
  known,
  value,
  error,
}: {
  known: KnownPage;
  value?: string;
  error?: string;
}): ReactElement {
  if (known.page === "")
    return (
      <Field
        name="page"
        label="The address of the page"
        hint="Open the page, copy its address from the top of your browser, and put it here."
        value={value}
        error={error}
        inputMode="url"
      />
    );
  return (
    <>
      <input type="hidden" name="page" value={known.page} />
      <p>
        It is about <a href={known.page}>{known.title || `the page ${known.page}`}</a>.
      </p>
    </>
  );
}

/** What is said where no page of ours has such an address. */
export const NO_SUCH_PAGE = "Enter the address of a page of this site, as your browser shows it";
