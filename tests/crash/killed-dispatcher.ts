import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** What the process that sends is given. */
export interface Dispatching {
  databaseUrl: string;
  now: number;
  resend?: { apiKey: string; baseUrl: string };
  smtpUrl?: string;
}

const PROGRAM = fileURLToPath(new URL("dispatcher.ts", import.meta.url));

/** When a kill comes: once this has gone up by so much since the process has begun, and so many milliseconds later. */
export interface Moment {
  progress(): number;
  by: number;
  ms: number;
}

/**
 * Starts the process that sends and kills it, as a power cut does; without a moment it may finish. Says whether it
 * had finished.
 */
export async function dispatchAndKill(given: Dispatching, moment?: Moment): Promise<boolean> {
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM, JSON.stringify(given)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  let said = "";
  child.stdout.setEncoding("utf8");
  const begins = new Promise<void>((resolve) => {
    child.stdout.on("data", (text: string) => {
      said += text;
      if (said.includes("begins")) resolve();
    });
  });
  await Promise.race([begins, ended]);
  if (moment) {
    const enough = moment.progress() + moment.by;
    while (child.exitCode === null && moment.progress() < enough) await pause(1);
    await Promise.race([pause(moment.ms), ended]);
    child.kill("SIGKILL");
  }
  const [code] = await ended;
  if (!moment && code !== 0) throw new Error(`the process that sends ended with ${code}`);
  return said.includes("done");
}
