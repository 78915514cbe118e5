import type { Path, Scene } from "./paths.ts";

/** How long a path takes once: in all, of this processor. */
export interface Cost {
  wall: number;
  cpu: number;
}

/** Rounds of one path on one database. */
const ROUNDS = 15;
const LEAST = 3;
/** Milliseconds after which a slow path has been looked at for long enough. */
const LONG = 4_000;

/** The medians of a path on each of several databases, taken in turn, so that all have the same machine. */
export async function measure(path: Path, scenes: readonly Scene[]): Promise<(Cost | Error)[]> {
  const costs: Cost[][] = scenes.map(() => []);
  const faults: (Error | undefined)[] = scenes.map(() => undefined);
  const spent = scenes.map(() => 0);
  // What takes long and is done once needs no warming up.
  for (let round = path.rounds === 1 ? 0 : -1; round < (path.rounds ?? ROUNDS); round += 1)
    for (const [index, scene] of scenes.entries()) {
      if (faults[index] || (round >= LEAST && (spent[index] ?? 0) > LONG)) continue;
      try {
        const cost = await once(path, scene);
        spent[index] = (spent[index] ?? 0) + cost.wall;
        // The first time reads code and fills caches.
        if (round >= 0) costs[index]?.push(cost);
      } catch (error) {
        faults[index] = fault(error);
      }
    }
  return costs.map(
    (some, index) => faults[index] ?? { wall: median(some, "wall"), cpu: median(some, "cpu") },
  );
}

async function once(path: Path, scene: Scene): Promise<Cost> {
  const run = await path.prepare(scene);
  const before = process.cpuUsage();
  const startedAt = performance.now();
  await run();
  const wall = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

/** A page answers with a redirection or a refusal by throwing it. */
function fault(error: unknown): Error {
  if (error instanceof Response) return new Error(`answered ${error.status}`);
  return error instanceof Error ? error : new Error("failed");
}

function median(costs: readonly Cost[], part: keyof Cost): number {
  const sorted = costs.map((cost) => cost[part]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
