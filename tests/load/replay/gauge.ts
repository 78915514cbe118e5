import { execFileSync } from "node:child_process";
import { availableParallelism } from "node:os";

/** What the site's processes for pages used while it was watched. */
export interface Usage {
  /** Seconds of processor time a second: 1 is a whole core. */
  cores: number;
  mostMegabytes: number;
}

const EVERY_MS = 1_000;

/** Watches the site through what it tells monitors about itself; what is returned ends it. */
export async function watchSite(url: string): Promise<() => Promise<Usage>> {
  const startedAt = performance.now();
  let last = await readMetrics(url);
  let used = 0;
  let most = last.bytes;

  async function look(): Promise<void> {
    try {
      const found = await readMetrics(url);
      // Where a process has ended, what it had used is no longer in the sum.
      used += Math.max(0, found.cpuSeconds - last.cpuSeconds);
      most = Math.max(most, found.bytes);
      last = found;
    } catch {
      // Whoever was asked has just ended; another answers the next time.
    }
  }

  const timer = setInterval(() => void look(), EVERY_MS);
  return async () => {
    clearInterval(timer);
    await look();
    return { cores: (1_000 * used) / (performance.now() - startedAt), mostMegabytes: most / 1_000_000 };
  };
}

/** Keeps this process to one core, and says to which one the site is to be kept; undefined where there is one core alone. */
export function parkOnOwnCore(): number | undefined {
  if (availableParallelism() < 2) return undefined;
  try {
    execFileSync("taskset", ["-a", "-cp", "1", String(process.pid)], { stdio: "ignore" });
    return 0;
  } catch {
    return undefined;
  }
}

/** A number that the site tells monitors. */
export async function readMetric(url: string, name: string): Promise<number> {
  return sumOf(await (await fetch(`${url}/metrics`)).text(), name);
}

async function readMetrics(url: string): Promise<{ cpuSeconds: number; bytes: number }> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return {
    cpuSeconds: sumOf(text, "process_cpu_seconds_total"),
    bytes: sumOf(text, "process_resident_memory_bytes"),
  };
}

/** Of several processes the sum. */
function sumOf(text: string, name: string): number {
  const lines = text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, "gm"));
  return [...lines].reduce((sum, [, value]) => sum + Number(value), 0);
}
