import type { ReactElement } from "react";
import type { Why } from "#app/domain/forwarding/explain.ts";
import { calendarDay, figure } from "./format.ts";
import { countWords, WHY_WORDS, whySentence } from "./telling-words.ts";

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

/** Who speaks for a campaign's places, what they were told, and what they wait for. */
export function TellingTable({ rows }: { rows: readonly TellingRow[] }): ReactElement {
  return (
    <table className="places">
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Signed there</th>
          <th scope="col">How it stands</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.publicId} ${row.areaName}`}>
            <th scope="row">
              <a href={`/representatives/${row.publicId}`}>{row.name}</a>
              <span className="detail">{row.areaName}</span>
            </th>
            <td>{countWords(row)}</td>
            <td>
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
