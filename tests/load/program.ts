import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { builtProgram } from "../built-program.ts";
import { makeDataDir } from "../data-dir.ts";
import { TEST_SECRETS } from "../set-up/keyring.ts";

/** A server in a process of its own. */
export interface Program {
  url: string;
  dataDir: string;
  pid: number;
  end(): Promise<void>;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Starts the real program on a new data folder; postcodes are taken from an earlier run where there was one. */
export async function startProgram(
  env: Record<string, string>,
  place: { core?: number } = {},
): Promise<Program> {
  const dataDir = await makeDataDir();
  const settings = {
    DATA_DIR: dataDir,
    PORT: "0",
    TRUST_PROXY: "1",
    LOG_LEVEL: "warn",
    NODE_ENV: "production",
  };
  const secrets = { APP_SECRET: TEST_SECRETS.app, HASH_SECRET: TEST_SECRETS.hash };
  const run = await startNode([await builtProgram()], { ...settings, ...secrets, ...env }, place);
  return {
    url: run.url,
    pid: run.pid,
    dataDir,
    async end() {
      await run.end();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Starts a file that prints its address, and waits for that; on one core alone where one is given. */
export async function startNode(
  args: readonly string[],
  env: Record<string, string> = {},
  { core }: { core?: number } = {},
): Promise<{ url: string; pid: number; end(): Promise<void> }> {
  const { PATH = "", HOME = "" } = process.env;
  const flags = process.env.CPU_PROF ? ["--cpu-prof", `--cpu-prof-dir=${process.env.CPU_PROF}`] : [];
  const translator = args[0]?.endsWith(".ts") ? ["--import", "tsx"] : [];
  const words = [process.execPath, ...flags, ...translator, ...args];
  const [command = "", ...rest] = core === undefined ? words : ["taskset", "-c", String(core), ...words];
  const child = spawn(command, rest, {
    cwd: ROOT,
    env: { PATH, HOME, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += String(chunk);
      const found = /(?:Home\s+|^bare )(http:\/\/[^\s/]+)/m.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
    void ended.then(() => reject(new Error(`${args.join(" ")} ended:\n${said}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    async end() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
