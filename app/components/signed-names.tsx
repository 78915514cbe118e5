import type { ReactElement } from "react";
import { figure } from "./format.ts";
import { ReportLink } from "./report-link.tsx";

/** Names of people who chose to show them, never with a place; the others are counted, not named. */
export function SignedNames({
  names,
  count,
  href,
}: {
  names: readonly string[];
  count: number;
  /** Where all of them stand. */
  href: string;
}): ReactElement | null {
  if (names.length === 0) return null;
  const others = count - names.length;
  return (
    <>
      <h2>Some of those who signed</h2>
      <p>
        {names.join(", ")}
        {others > 0 ? `, and ${figure(others)} more.` : "."} <a href={href}>Everybody who shows their name</a>
      </p>
      <p className="detail">
        <ReportLink words="Report a name" />
      </p>
    </>
  );
}
