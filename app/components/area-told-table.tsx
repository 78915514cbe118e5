import type { ReactElement } from "react";
import { counted } from "./format.ts";
import { type ToldRow, ToldTable } from "./told-table.tsx";

interface AreaToldProps {
  heading: string;
  caption: string;
  rows: readonly ToldRow[];
  /** How many rows there are in all, where not all are shown. */
  count: number;
}

/** Who has been told of what, under a heading of its own; nothing where there is nobody to tell. */
export function AreaTold({ heading, caption, rows, count }: AreaToldProps): ReactElement | null {
  if (rows.length === 0) return null;
  const others = count - rows.length;
  return (
    <>
      <h3>{heading}</h3>
      <ToldTable caption={caption} fateHeading="What became of it" rows={rows} />
      {others > 0 ? (
        <p className="soft">
          And {counted(others, "more row")}: the ledger of each campaign has all of them.
        </p>
      ) : null}
    </>
  );
}
