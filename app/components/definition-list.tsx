import type { ReactElement, ReactNode } from "react";

interface DefinitionListProps {
  rows: readonly { term: string; value: ReactNode }[];
}

/** Facts in pairs: "Name", "Postcode" and what they are. */
export function DefinitionList({ rows }: DefinitionListProps): ReactElement {
  return (
    <dl className="pairs">
      {rows.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
