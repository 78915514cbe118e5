import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * How a recorded petition grew, stretched over another time: gives the share of all signatures that are there when
 * a share of the time is over. Both go from 0 to 1.
 */
export function recordedGrowth(): (timeShare: number) => number {
  const file = fileURLToPath(new URL("../../../tests/load/data/growth.csv", import.meta.url));
  const [, ...lines] = readFileSync(file, "utf8").trim().split("\n");
  const points = lines.map((line) => {
    const [hour = 0, count = 0] = line.split(",").map(Number);
    return { hour, count };
  });
  const last = points.at(-1);
  if (!last) throw new Error("the recorded growth is empty");
  return (timeShare) => {
    if (timeShare <= 0) return 0;
    const hour = timeShare * last.hour;
    const next = points.findIndex((point) => point.hour >= hour);
    const to = points[next];
    const from = points[next - 1];
    if (!to) return 1;
    if (!from) return to.count / last.count;
    const between = (hour - from.hour) / (to.hour - from.hour);
    return (from.count + (to.count - from.count) * between) / last.count;
  };
}
