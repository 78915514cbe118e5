import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { builtProgram } from "../built-program.ts";
import { reportResult } from "./result.ts";

/*
 * Starts the demonstration twice on the same data and says how long each start takes until it serves, and how much
 * memory it holds when nobody asks anything. Run: node --import tsx tests/load/start.ts
 */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const IDLE_MS = 5_000;

const dataDir = mkdtempSync(join(tmpdir(), "hear-hear-start-"));
try {
  await builtProgram();
  const first = await startOnce();
  const second = await startOnce();
  reportResult({ what: "first start, until it serves", measured: `${first.seconds.toFixed(1)} s` });
  reportResult({
    what: "later start, until it serves",
    measured: `${second.seconds.toFixed(1)} s`,
    aim: "5 s",
  });
  reportResult({ what: "memory of an idle site", measured: `${second.megabytes} MB`, aim: "200 MB" });
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

/** Starts the site, waits until it is ready and then has been idle for a while, and ends it. */
async function startOnce(): Promise<{ seconds: number; megabytes: number }> {
  const { PATH = "", HOME = "" } = process.env;
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["app/run.mjs"], {
    cwd: ROOT,
    env: { PATH, HOME, NODE_ENV: "production", PORT: "0", DATA_DIR: dataDir, LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = "";
      child.stdout.on("data", (chunk) => {
        said += String(chunk);
        const found = /Home\s+(http:\/\/[^\s/]+)/.exec(said);
        if (found?.[1]) resolve(found[1]);
      });
      void ended.then(() => reject(new Error(`the site ended:\n${said}`)));
    });
    const seconds = (performance.now() - startedAt) / 1000;
    await fetch(url);
    await wait(IDLE_MS);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    const bytes = /^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1];
    return { seconds, megabytes: Math.round(Number(bytes) / 1024 / 1024) };
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}
