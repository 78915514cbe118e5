import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { RequestLine } from "./log.server.ts";

/** What the process tells a monitor about itself. */
export interface Metrics {
  observe(line: RequestLine): void;
  /** A page went out as it was kept. */
  countKept(): void;
  /** Prometheus text and its content type; of all processes together where there are several. */
  read(): Promise<{ text: string; contentType: string }>;
  /** Those of this process alone, as others add them up. */
  own(): Promise<unknown>;
  /** Says where those of all processes are had. */
  addUp(readAll: () => Promise<unknown[]>): void;
}

/** Process and Node.js defaults under their own names, and how long requests took by route pattern. */
export function makeMetrics(): Metrics {
  const register = new Registry();
  let readAll: (() => Promise<unknown[]>) | undefined;
  collectDefaultMetrics({ register });
  const durations = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from a request's first line to the end of its answer",
    labelNames: ["method", "route", "status"],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  });
  // Counted by hand until somebody asks: to note it in the register takes a part of the time that giving one out does.
  let keptCount = 0;
  new Counter({
    name: "http_kept_pages_total",
    help: "Public pages given out as they were kept",
    registers: [register],
    collect() {
      this.inc(keptCount);
      keptCount = 0;
    },
  });
  const processes = new Gauge({
    name: "processes",
    help: "How many processes these numbers are of, added up",
    registers: [register],
  });
  processes.set(1);

  async function addedUp(): Promise<string> {
    const all = readAll ? await readAll() : [];
    const listed = all.filter((one) => typeof one === "object" && one !== null);
    return AggregatorRegistry.aggregate(listed).metrics();
  }

  return {
    countKept() {
      keptCount += 1;
    },
    observe: ({ method, route, status, ms }) => durations.observe({ method, route, status }, ms / 1000),
    read: async () => ({
      text: readAll ? await addedUp() : await register.metrics(),
      contentType: register.contentType,
    }),
    own: () => register.getMetricsAsJSON(),
    addUp(given) {
      readAll = given;
    },
  };
}
