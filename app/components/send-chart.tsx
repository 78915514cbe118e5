import type { ReactElement } from "react";
import { percent } from "#app/domain/area/send-words.ts";

interface SendChartProps {
  /** Oldest first; a share of 0 to 1, undefined where it was not published. */
  years: readonly { year: number; share?: number }[];
  /** Says all of it in words. */
  label: string;
}

const COLUMN = { width: 70, gap: 32, floor: 145, full: 112 } as const;

/** The share of plans in time as a small column for each year, the numbers above. */
export function SendChart({ years, label }: SendChartProps): ReactElement {
  const width = years.length * (COLUMN.width + COLUMN.gap);
  return (
    <svg className="send-chart" viewBox={`0 0 ${width} 170`} role="img" aria-label={label}>
      {years.map(({ year, share }, index) => {
        const x = index * (COLUMN.width + COLUMN.gap) + COLUMN.gap / 2;
        const height = Math.round((share ?? 0) * COLUMN.full);
        const middle = x + COLUMN.width / 2;
        return (
          <g key={year} textAnchor="middle">
            <rect
              className="bar"
              x={x}
              y={COLUMN.floor - height}
              width={COLUMN.width}
              height={height}
              rx="4"
            />
            <text className="send-chart-number" x={middle} y={COLUMN.floor - height - 8} fontSize="17">
              {share === undefined ? "–" : percent(share)}
            </text>
            <text className="send-chart-year" x={middle} y="164" fontSize="14">
              {year}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
