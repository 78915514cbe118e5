import type { ReactElement } from "react";

/** The name of the site with its two voices, linking home. The same drawing is public/favicon.svg. */
export function Mark(): ReactElement {
  return (
    <a className="mark" href="/">
      <svg viewBox="0 0 40 32" aria-hidden="true" focusable="false">
        <path
          fill="var(--purple)"
          d="M4 2h18a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-9l-6 6v-6H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z"
        />
        <path
          fill="var(--green)"
          d="M19 11h17a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-3v5l-5-5h-9a2 2 0 0 1-2-2V13a2 2 0 0 1 2-2z"
        />
      </svg>
      Hear Hear
    </a>
  );
}
