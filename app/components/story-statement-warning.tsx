import type { ReactElement } from "react";
import { Notice } from "./notice.tsx";

/** What whoever replies to a story must never write. */
export function StatementWarning(): ReactElement {
  return (
    <Notice tone="waiting" title="Do not give a child away">
      <p>
        Do not say that you know this family, nor that you do not. Do not name anybody, a school, a place, a
        date or a condition, and add nothing to what is told. A few true words from you can show everybody
        which child it is.
      </p>
      <p>Say what you do for children like them, and what you will do. A moderator reads it first.</p>
    </Notice>
  );
}
