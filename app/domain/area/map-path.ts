/** A point in whole units of the drawing, y downwards. */
export type Point = readonly [x: number, y: number];
/** A closed line; its last point may repeat its first. */
export type Ring = readonly Point[];

/** Rings as the `d` of an SVG path, as short as whole numbers allow: each begins absolutely and goes on relatively. */
export function pathOf(rings: readonly Ring[]): string {
  return rings.map(ringPath).join("");
}

/** Twice the area would be as good, but this is in square units: what decides whether an island can be seen. */
export function areaOf(ring: Ring): number {
  const doubled = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

function ringPath(ring: Ring): string {
  const [first, ...others] = ring;
  if (!first) return "";
  let last = first;
  let steps = "";
  for (const point of others) {
    const [dx, dy] = [point[0] - last[0], point[1] - last[1]];
    if (dx === 0 && dy === 0) continue;
    if (point[0] === first[0] && point[1] === first[1]) break;
    steps += after(steps, dx) + after(`${dx}`, dy);
    last = point;
  }
  return `M${first[0]}${after(" ", first[1])}l${steps}z`;
}

/** A minus sign parts two numbers as well as a space does. */
function after(before: string, n: number): string {
  return n < 0 || before === "" ? `${n}` : ` ${n}`;
}
