import { createTransport } from "../emails/create-transport.server.ts";
import { makeWorker, type Worker } from "../jobs/worker.server.ts";
import type { WorkerContext } from "../jobs/worker-context.ts";

/** The worker inside this process, not yet started. */
export type Work = Worker & { start(): Promise<void> };

const NOTHING: Work = { start: async () => {}, wake() {}, runDue: async () => {}, stop: async () => {} };

/** The worker and the transport it sends by; nothing in a process that is for pages alone. */
export function makeWork(context: Omit<WorkerContext, "transport">): Work {
  const { settings } = context;
  if (settings.role === "web") return NOTHING;
  const transport = createTransport(settings);
  const worker = makeWorker({ ...context, transport });
  return {
    ...worker,
    async stop() {
      await worker.stop();
      if (transport.kind !== "mailbox") transport.close();
    },
  };
}
