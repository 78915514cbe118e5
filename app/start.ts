import { readSettings } from "./env.server.ts";
import { describeFault, makeLog } from "./http/log.server.ts";
import { startFault } from "./prepare/start-fault.ts";
import { supervisedProcess } from "./prepare/supervised.server.ts";

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
  const settings = readSettings();
  const supervised = supervisedProcess();
  const isOfSeveral = settings.webProcesses > 1 && settings.role !== "worker" && !isDev;
  // Each loads what it needs: the one that looks after the others needs little.
  if (isOfSeveral) {
    const { supervise } = await import("./prepare/supervise.server.ts");
    const supervisor = await supervise(settings, makeLog(settings.logLevel));
    if (!supervisor) process.exit(1);
    process.on("SIGHUP", () => void supervisor.renew());
    stop = () => supervisor.stop();
  } else {
    const { runServer } = await import("./prepare/run-server.server.ts");
    const running = await runServer(settings, { isDev, supervised });
    stop = () => running.stop();
  }
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
