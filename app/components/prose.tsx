import type { ReactElement, ReactNode } from "react";

/** A page to read: headings, paragraphs, lists in a short measure. */
export function Prose({ children }: { children: ReactNode }): ReactElement {
  return <div className="prose">{children}</div>;
}
