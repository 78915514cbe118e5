import type { ReactElement, ReactNode } from "react";

interface PageHeadingProps {
  title: string;
  /** The line above: what kind of page, whose. */
  kicker?: ReactNode;
  /** The sentence below that says it all. */
  lede?: ReactNode;
}

/** The one `h1` of a page. */
export function PageHeading({ title, kicker, lede }: PageHeadingProps): ReactElement {
  return (
    <>
      {kicker === undefined ? null : <p className="kicker">{kicker}</p>}
      <h1>{title}</h1>
      {lede === undefined ? null : <p className="lede">{lede}</p>}
    </>
  );
}
