import { setTimeout as delay } from "node:timers/promises";
import { dispatchDeliveries } from "./dispatch-deliveries.server.ts";
import { dispatchUpdates } from "./dispatch-updates.server.ts";
import { requeueAbandonedMail, sendQueuedMail } from "./outbox.server.ts";
import { bookSlots, requeueAbandonedJobs, runDueJobs } from "./queue.server.ts";
import { recoverDeliveries } from "./recover-batches.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** The worker looks for work this often when nobody has woken it. */
const LOOK_EVERY_MS = 1000;

/** Milliseconds between two rounds of work while there is always a little more: the next finds more to take on at once. */
const BREATH_MS = 50;
/** Rounds with more to do than this follow each other at once: nothing waits for a clock while much is due. */
const LITTLE = 20;

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

  async function workOff(): Promise<void> {
    while (!isEnding) {
      await context.giveWay?.();
      // Every time: on a busy day there is always more to send, and a round need not end for hours.
      await bookSlots(context);
      const jobCount = await runDueJobs(context);
      // Side by side: whoever has just signed does not wait for the messages of the week, nor for news.
      const [mails, messages, news] = await Promise.all([
        sendQueuedMail(context),
        dispatchDeliveries(context),
        dispatchUpdates(context),
      ]);
      const done = jobCount + mails + messages + news;
      if (done === 0) return;
      if (done < LITTLE) await delay(BREATH_MS);
    }
  }

  function runRound(): Promise<void> {
    round ??= workOff().finally(() => {
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
    runRound()
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
      await runRound().catch(runRound);
    },
    async stop() {
      isStopped = true;
      isEnding = true;
      clearTimeout(timer);
      if (round) await round.catch(() => undefined);
    },
  };
}
