import type { CountedDay } from "#app/domain/campaign/daily-counts.ts";

const DAY = 86_400_000;

/** One day of a chart, at its midnight in universal time, and the total at its end. */
export interface ChartPoint {
  at: number;
  total: number;
}

/** Every day from the one before the first change to `today`, those without a change at the total of the day before. */
export function chartPoints(days: readonly CountedDay[], today: string): ChartPoint[] {
  const [first] = days;
  if (first === undefined) return [];
  const totals = new Map(days.map(({ day, total }) => [Date.parse(day), total]));
  const points: ChartPoint[] = [];
  let total = 0;
  const last = Math.max(Date.parse(today), Date.parse(days.at(-1)?.day ?? first.day));
  for (let at = Date.parse(first.day) - DAY; at <= last; at += DAY) {
    total = totals.get(at) ?? total;
    points.push({ at, total });
  }
  return points;
}
