import cluster from "node:cluster";
import { randomUUID } from "node:crypto";
import type { Metrics } from "../http/metrics.server.ts";
import { type FromProcess, ToProcess } from "./process-messages.ts";

/** The side of a process that another one looks after. */
export interface Supervised {
  /** An earlier process of this start has prepared everything. */
  isPrepared: boolean;
  /** No other process serves yet: this one answers from its first moment on. */
  isFirst: boolean;
  /** Says that this process serves, or works. */
  tellReady(): void;
  /** From now on the metrics of this process are given, and those of all are asked for, through the supervisor. */
  share(metrics: Metrics): void;
}

/** Longer than the supervisor waits for those who do not answer. */
const ASK_LIMIT_MS = 5_000;

/** What this process is under a supervisor; undefined where it runs alone. */
export function supervisedProcess(): Supervised | undefined {
  if (!cluster.isWorker) return undefined;
  // A terminal that closes tells every process; what it means here is the supervisor's to say.
  process.on("SIGHUP", () => {});
  return {
    isPrepared: process.argv.includes("--prepared"),
    isFirst: process.argv.includes("--first"),
    tellReady: () => tell({ tell: "ready" }),
    share,
  };
}

function share(metrics: Metrics): void {
  const asked = new Map<string, (all: unknown[]) => void>();

  process.on("message", (given: unknown) => {
    const message = ToProcess.safeParse(given).data;
    if (message?.tell === "give-metrics") void give(message.id);
    if (message?.tell === "all-metrics") asked.get(message.id)?.(message.metrics);
  });

  async function give(id: string): Promise<void> {
    tell({ tell: "own-metrics", id, metrics: await metrics.own() });
  }

  metrics.addUp(async () => {
    const id = randomUUID();
    try {
      return await new Promise<unknown[]>((resolve, reject) => {
        asked.set(id, resolve);
        setTimeout(() => reject(new Error("the supervisor gave no metrics")), ASK_LIMIT_MS).unref();
        tell({ tell: "ask-metrics", id });
      });
    } finally {
      asked.delete(id);
    }
  });
}

function tell(message: FromProcess): void {
  // Without a supervisor there is nobody to tell, and this process is about to end.
  if (process.connected) process.send?.(message);
}
