import { scaleLinear, scaleUtc } from "d3-scale";
import { area, curveMonotoneX, line } from "d3-shape";
import type { ReactElement } from "react";
import type { CountedDay } from "#app/domain/campaign/daily-counts.ts";
import { type ChartPoint, chartPoints } from "./chart-points.ts";
import { calendarDay, figure, people } from "./format.ts";

interface CountChartProps {
  days: readonly CountedDay[];
  /** The London day on which it is drawn. */
  today: string;
  /** How many have come in the last seven days. */
  lately: number;
}

const SIZE = { width: 360, height: 210, left: 46, right: 350, top: 14, floor: 180 } as const;
const shortDay = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short" });

/** How a campaign's total has grown: a line over its days, and the same as a table. */
export function CountChart({ days, today, lately }: CountChartProps): ReactElement {
  const points = chartPoints(days, today);
  if (points.length === 0) return <p>The line begins with the first signature that is confirmed.</p>;
  return (
    <>
      <Drawing points={points} label={labelOf(days, lately)} />
      <details>
        <summary>The same day by day</summary>
        <table className="places">
          <caption className="hidden">Signatures day by day, the newest first</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col" className="figure">
                New
              </th>
              <th scope="col" className="figure">
                In all
              </th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ day, change, total }) => (
              <tr key={day}>
                <th scope="row">{calendarDay(day)}</th>
                <td className="figure">{figure(change)}</td>
                <td className="figure">{figure(total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function Drawing({ points, label }: { points: readonly ChartPoint[]; label: string }): ReactElement {
  const { width, height, left, right, top, floor } = SIZE;
  const most = Math.max(1, ...points.map(({ total }) => total));
  const x = scaleUtc([points[0]?.at ?? 0, points.at(-1)?.at ?? 1], [left, right]);
  const y = scaleLinear([0, most], [floor, top]).nice(4);
  const across = (point: ChartPoint) => x(point.at);
  const up = (point: ChartPoint) => y(point.total);
  const fill = area<ChartPoint>(across, floor, up).curve(curveMonotoneX);
  const edge = line<ChartPoint>(across, up).curve(curveMonotoneX);
  return (
    <svg className="count-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {y
        .ticks(4)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick}>
            <line className="count-chart-grid" x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
            <text x={left - 6} y={y(tick) + 4} textAnchor="end" fontSize="12">
              {figure(tick)}
            </text>
          </g>
        ))}
      <path className="count-chart-fill" d={fill([...points]) ?? ""} />
      <path className="count-chart-line" d={edge([...points]) ?? ""} />
      {dayTicks(points).map((at) => (
        <text key={at} x={x(at)} y={height - 8} textAnchor="middle" fontSize="12">
          {shortDay.format(at)}
        </text>
      ))}
    </svg>
  );
}

/** Up to four days at equal distances, none so near to an end that its words are cut off. */
function dayTicks(points: readonly ChartPoint[]): number[] {
  const count = Math.min(4, points.length - 1);
  const ticks = Array.from({ length: count }, (_, index) => {
    const place = Math.round(((index + 0.5) / count) * (points.length - 1));
    return points[place]?.at ?? 0;
  });
  return [...new Set(ticks)];
}

function labelOf(days: readonly CountedDay[], lately: number): string {
  const [first] = days;
  const last = days.at(-1);
  const best = days.toSorted((a, b) => b.change - a.change)[0];
  if (!first || !last || !best) return "";
  return [
    `${people(last.total)} since ${calendarDay(first.day)}.`,
    lately > 0 ? `In the last seven days ${figure(lately)} came.` : "In the last seven days none came.",
    `The day with most was ${calendarDay(best.day)}, with ${figure(best.change)}.`,
  ].join(" ");
}
