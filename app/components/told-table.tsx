import type { ReactElement } from "react";
import { Chip, type ChipTone } from "./chip.tsx";
import { figure, londonDayOfYear } from "./format.ts";

export interface ToldRow {
  /** Unique in its list. */
  key: string;
  /** "MP for Worcester", "County councillor, Bedwardine". */
  who: string;
  /** The person's name, or what else stands small below. */
  detail?: string;
  href?: string;
  /** Their own constituents who have signed: a published count. */
  count: number;
  /** True where more may have signed than we can place: "at least 38". */
  isAtLeast?: boolean;
  /** Of whom the count is said where they are not constituents: "across the county". */
  countNote?: string;
  /** When they were last told (UTC milliseconds); absent where they were not. */
  toldAt?: number;
  /** What became of it: "Delivered, no answer yet", "Would be told". */
  fate: { words: string; tone?: ChipTone };
  /** What they answered, and where to read it. */
  answer?: { words: string; href: string };
  /** Where to tell us what we do not know. */
  mend?: string;
}

interface ToldTableProps {
  /** Read out before the table; the visible heading stands above it. */
  caption: string;
  rows: readonly ToldRow[];
  /** Head of the first column. */
  whoHeading?: string;
  /** Head of the last column. */
  fateHeading?: string;
}

/** On a phone the rows are laid out as cards, and some browsers then forget that this is a table unless it says so. */
export const AS = {
  table: { role: "table" },
  rows: { role: "rowgroup" },
  row: { role: "row" },
  head: { role: "columnheader", scope: "col" },
  rowHead: { role: "rowheader", scope: "row" },
  cell: { role: "cell" },
} as const;

/** Who was told of how many of their constituents, when, and what they answered. Cards on a phone. */
export function ToldTable({
  caption,
  rows,
  whoHeading = "Representative",
  fateHeading = "Answer",
}: ToldTableProps): ReactElement {
  return (
    <table {...AS.table} className="told">
      <caption className="hidden">{caption}</caption>
      <thead {...AS.rows}>
        <tr {...AS.row}>
          <th {...AS.head}>{whoHeading}</th>
          <th {...AS.head} className="figure">
            Constituents
          </th>
          <th {...AS.head}>Last told</th>
          <th {...AS.head}>{fateHeading}</th>
        </tr>
      </thead>
      <tbody {...AS.rows}>
        {rows.map((row) => (
          <ToldTableRow key={row.key} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function ToldTableRow({ row }: { row: ToldRow }): ReactElement {
  const { who, detail, href, count, isAtLeast = false, countNote, toldAt, fate, answer, mend } = row;
  return (
    <tr {...AS.row}>
      <th {...AS.rowHead}>
        {href === undefined ? who : <a href={href}>{who}</a>}
        {detail === undefined ? null : <span className="detail">{detail}</span>}
      </th>
      <td {...AS.cell} className="figure">
        {isAtLeast ? "at least " : ""}
        {figure(count)}
        {countNote === undefined ? (
          <span className="phone"> of their constituents have signed</span>
        ) : (
          <span className="detail"> {countNote}</span>
        )}
      </td>
      <td {...AS.cell} className={toldAt === undefined ? "blank" : "date"}>
        {toldAt === undefined ? (
          "Not yet"
        ) : (
          <>
            <span className="phone">Last told </span>
            {londonDayOfYear(toldAt)}
          </>
        )}
      </td>
      <td {...AS.cell}>
        <Chip words={fate.words} tone={fate.tone} />
        {answer === undefined ? null : (
          <span className="detail">
            Answered: <a href={answer.href}>{answer.words}</a>
          </span>
        )}
        {mend === undefined ? null : (
          <span className="detail">
            <a href={mend}>Tell us</a>
          </span>
        )}
      </td>
    </tr>
  );
}
