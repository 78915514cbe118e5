import type { ReactElement, ReactNode } from "react";

/** A dark band from edge to edge, for what must be seen: a call, figures. */
export function Band({ children }: { children: ReactNode }): ReactElement {
  return <section className="band">{children}</section>;
}

interface FactsProps {
  facts: readonly { figure: string; words: string }[];
}

/** Large figures, each with its words: "about 510", "months out of school, added together". */
export function Facts({ facts }: FactsProps): ReactElement {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.words}>
          <dt>{fact.words}</dt>
          <dd>{fact.figure}</dd>
        </div>
      ))}
    </dl>
  );
}
