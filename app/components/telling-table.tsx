import type { ReactElement } from "react";
import type { Why } from "#app/domain/forwarding/explain.ts";
import { calendarDay, figure } from "./format.ts";
import { countWords, WHY_WORDS, whySentence } from "./telling-words.ts";
import { AS } from "./told-table.tsx";

interface TellingRow {
  publicId: string;
  name: string;
  areaName: string;
  basis: string;
  tally: number;
  lastTold?: { on: string; tally: number; step: number };
  nextStep?: number;
  pollName?: string;
  why: Why;
}

/** Who speaks for a campaign's places, what they were told, and what they wait for. Cards on a phone. */
export function TellingTable({ rows }: { rows: readonly TellingRow[] }): ReactElement {
  return (
    <table {...AS.table} className="told">
      <thead {...AS.rows}>
        <tr {...AS.row}>
          <th {...AS.head}>Who</th>
          <th {...AS.head} className="figure">
            Signed there
          </th>
          <th {...AS.head}>How it stands</th>
        </tr>
      </thead>
      <tbody {...AS.rows}>
        {rows.map((row) => (
          <tr key={`${row.publicId} ${row.areaName}`} {...AS.row}>
            <th {...AS.rowHead}>
              <a href={`/representatives/${row.publicId}`}>{row.name}</a>
              <span className="detail">{row.areaName}</span>
            </th>
            <td {...AS.cell} className={row.tally === 0 ? "figure blank" : "figure"}>
              {countWords(row)}
              {row.tally === 0 ? null : <span className="phone"> signed there</span>}
            </td>
            <td {...AS.cell}>
              {whySentence(row)}
              {row.lastTold === undefined ? null : (
                <span className="detail">
                  Last told on {calendarDay(row.lastTold.on)}: {figure(row.lastTold.tally)}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface TellingCountsProps {
  counts: readonly { why: Why; count: number }[];
  chosen?: Why;
}

/** How many there are for each reason; each leads to its own list. */
export function TellingCounts({ counts, chosen }: TellingCountsProps): ReactElement {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <ul>
      <li>
        {chosen === undefined ? <b>Everybody</b> : <a href="?">Everybody</a>}: {figure(total)}
      </li>
      {counts.map(({ why, count }) => (
        <li key={why}>
          {why === chosen ? <b>{WHY_WORDS[why]}</b> : <a href={`?why=${why}`}>{WHY_WORDS[why]}</a>}:{" "}
          {figure(count)}
        </li>
      ))}
    </ul>
  );
}
