import { readSettings } from "./env.server.ts";
import { describeFault, makeLog } from "./http/log.server.ts";
import { runServer } from "./prepare/run-server.server.ts";
import { startFault } from "./prepare/start-fault.ts";

const isDev = process.argv.includes("--dev");
// React reads it when it is first loaded, which is after this.
process.env.NODE_ENV ??= isDev ? "development" : "production";

let stop: (() => Promise<void>) | undefined;
let isStopping = false;

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void end());
for (const kind of ["unhandledRejection", "uncaughtException"] as const)
  process.on(kind, (fault: unknown) => {
    makeLog("error").fatal({ fault: describeFault(fault) }, kind);
    process.exit(1);
  });

try {
  const running = await runServer(readSettings(), { isDev });
  stop = () => running.stop();
} catch (fault) {
  process.stderr.write(`${startFault(fault)}\n`);
  process.exit(1);
}

/** Ends once, however often it is asked: a terminal and npm both pass Ctrl-C on. */
async function end(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await stop?.();
  process.exit(0);
}
