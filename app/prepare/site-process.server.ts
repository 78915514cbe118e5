import cluster from "node:cluster";
import { randomUUID } from "node:crypto";
import { FromProcess, type ToProcess } from "./process-messages.ts";

/** For pages, or for work. */
export type Kind = "web" | "worker";

/** One process of a site, from its start to its end. */
export interface SiteProcess {
  pid: number;
  /** Whether it serves or works: false where it ended before it did. */
  ready: Promise<boolean>;
  /** How it ended. */
  ended: Promise<{ code: number | null; signal: string | null }>;
  tell(message: ToProcess): void;
  /** Its metrics; undefined where it does not give them soon: it is starting, or ending. */
  metrics(): Promise<unknown>;
  /** Asks it to end after what it has in hand, and ends it where that takes too long. */
  end(): Promise<void>;
}

/** Longer than any process takes to give back what it has in hand. */
const END_LIMIT_MS = 90_000;

/** Who does not give its metrics within this is left out. */
const METRICS_LIMIT_MS = 1_000;

/** How a process is started. */
export interface Start {
  kind: Kind;
  port: number;
  /** An earlier process of this start has prepared everything. */
  isPrepared: boolean;
  /** No other serves yet: it says so itself while it starts. */
  isFirst: boolean;
}

/*
 * Each process takes its connections from the one socket on which all listen. Were they dealt out from here, one on its
 * way to a process that is killed would stay open, and its visitor wait for ever; the system closes it. Dealing out
 * spreads them more evenly: `CONNECTION_REQUESTS` makes up for that.
 */
cluster.schedulingPolicy = cluster.SCHED_NONE;

/** Starts a process of this program that shares `port` with the others; `onAsk` is told when it asks for all metrics. */
export function startProcess(
  { kind, port, isPrepared, isFirst }: Start,
  onAsk: (asking: SiteProcess, id: string) => void,
): SiteProcess {
  cluster.setupPrimary({ args: [...(isPrepared ? ["--prepared"] : []), ...(isFirst ? ["--first"] : [])] });
  const worker = cluster.fork({ ROLE: kind, WEB_PROCESSES: "1", PORT: String(port) });
  const asked = new Map<string, (metrics: unknown) => void>();
  let sayReady = (_isReady: boolean): void => {};
  const ready = new Promise<boolean>((resolve) => {
    sayReady = resolve;
  });
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    worker.once("exit", (code, signal) => {
      sayReady(false);
      resolve({ code, signal });
    }),
  );
  worker.on("message", (given: unknown) => {
    const message = FromProcess.safeParse(given).data;
    if (message?.tell === "ready") sayReady(true);
    if (message?.tell === "ask-metrics") onAsk(started, message.id);
    if (message?.tell === "own-metrics") asked.get(message.id)?.(message.metrics);
  });

  function tell(message: ToProcess): void {
    // Who has just died is told nothing; that it has is seen elsewhere.
    if (worker.isConnected()) worker.send(message, () => {});
  }

  const started: SiteProcess = {
    pid: worker.process.pid ?? 0,
    ready,
    ended,
    tell,
    async metrics() {
      const id = randomUUID();
      try {
        return await new Promise((resolve) => {
          asked.set(id, resolve);
          setTimeout(() => resolve(undefined), METRICS_LIMIT_MS);
          tell({ tell: "give-metrics", id });
        });
      } finally {
        asked.delete(id);
      }
    },
    async end() {
      worker.process.kill("SIGTERM");
      const limit = setTimeout(() => worker.process.kill("SIGKILL"), END_LIMIT_MS);
      await ended;
      clearTimeout(limit);
    },
  };
  return started;
}
