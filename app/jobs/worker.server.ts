import { setTimeout as delay } from "node:timers/promises";
import { dispatchDeliveries } from "./dispatch-deliveries.server.ts";
import { dispatchUpdates } from "./dispatch-updates.server.ts";
import { MAIL_ROUND_MS, requeueAbandonedMail, sendQueuedMail } from "./outbox.server.ts";
import { bookSlots, requeueAbandonedJobs, runDueJobs } from "./queue.server.ts";
import { recoverDeliveries } from "./recover-batches.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** The worker looks for work this often when nobody has woken it. */
const LOOK_EVERY_MS = 1000;

/**
 * Milliseconds between two rounds of work while a little more comes all the time: each round asks much, and the next
 * finds more to take on at once.
 */
const BREATH_MS = 100;
/** Rounds with as much else than mail follow each other at once, as those do that did not get through the mail. */
const MUCH = 20;

/** Works off jobs, mail and deliveries until it is stopped. */
export interface Worker {
  /** Says that there is something to do. */
  wake(): void;
  /** Works off everything that is due now, and resolves when it is done. */
  runDue(): Promise<void>;
  /** Ends after the work in hand; what is still due waits for the next start. */
  stop(): Promise<void>;
}

/** Makes a worker; it does nothing before `start`. One round at a time, however often it is woken. */
export function makeWorker(context: WorkerContext): Worker & { start(): Promise<void> } {
  let round: Promise<void> | undefined;
  let isWoken = false;
  let isStopped = true;
  let isEnding = false;
  let timer: NodeJS.Timeout | undefined;

  async function workOff(breathMs: number): Promise<void> {
    while (!isEnding) {
      await context.giveWay?.();
      const startedAt = performance.now();
      // Every time: on a busy day there is always more to send, and a round need not end for hours.
      await bookSlots(context);
      const jobCount = await runDueJobs(context);
      // Side by side: whoever has just signed does not wait for the messages of the week, nor for news.
      const [mails, messages, news] = await Promise.all([
        sendQueuedMail(context),
        dispatchDeliveries(context),
        dispatchUpdates(context),
      ]);
      const others = jobCount + messages + news;
      if (mails + others === 0) return;
      const isThrough = others < MUCH && performance.now() - startedAt < MAIL_ROUND_MS;
      if (isThrough) await delay(breathMs);
    }
  }

  function runRound(breathMs: number): Promise<void> {
    round ??= workOff(breathMs).finally(() => {
      round = undefined;
    });
    return round;
  }

  function wake(): void {
    if (isStopped) return;
    isWoken = true;
    if (!round) turn();
  }

  function turn(): void {
    isWoken = false;
    clearTimeout(timer);
    if (isStopped) return;
    runRound(BREATH_MS)
      .catch((error: unknown) => {
        context.log.error(
          { fault: error instanceof Error ? error.name : "unknown" },
          "a round of work failed",
        );
      })
      .finally(() => {
        if (isStopped) return;
        clearTimeout(timer);
        timer = setTimeout(turn, isWoken ? 0 : LOOK_EVERY_MS);
      });
  }

  return {
    wake,
    async start() {
      await requeueAbandonedMail(context);
      await requeueAbandonedJobs(context);
      await recoverDeliveries(context);
      isStopped = false;
      turn();
    },
    async runDue() {
      if (round) await round.catch(() => undefined);
      // A round that failed, for one on a database that was busy, is made up for by the next, as it is with time.
      await runRound(0).catch(() => runRound(0));
    },
    async stop() {
      isStopped = true;
      isEnding = true;
      clearTimeout(timer);
      if (round) await round.catch(() => undefined);
    },
  };
}
