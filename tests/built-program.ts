import { type ChildProcess, execFile, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { TEST_SECRETS } from "./set-up/keyring.ts";

/** The program in a process of its own. */
export interface Run {
  child: ChildProcess;
  /** Its exit code; null where a signal ended it. */
  ended: Promise<number | null>;
  /** All it has printed. */
  output(): string;
}

const ROOT = fileURLToPath(new URL("..", import.meta.url));
let built: Promise<string> | undefined;

/** The program that `npm start` runs, from the repository's folder: built first where its sources have changed. */
export function builtProgram(): Promise<string> {
  // Not what a test runner puts into the environment: the build would take itself for a part of it.
  const { PATH = "", HOME = "", TMPDIR = tmpdir() } = process.env;
  built ??= promisify(execFile)(process.execPath, ["--import", "tsx", "app/build.ts", "--quiet"], {
    cwd: ROOT,
    env: { PATH, HOME, TMPDIR, NODE_ENV: "production" },
  }).then(() => "build/program/start.js");
  return built;
}

/** Starts that program with secrets of the tests, without a demonstration unless `env` says otherwise. */
export async function spawnProgram(env: Record<string, string>): Promise<Run> {
  const program = await builtProgram();
  const { PATH = "", HOME = "", TMPDIR = tmpdir() } = process.env;
  const child = spawn(process.execPath, [program], {
    cwd: ROOT,
    env: {
      ...{ PATH, HOME, TMPDIR, NODE_ENV: "production", PORT: "0", DEMO: "0", LOG_LEVEL: "warn" },
      ...{ APP_SECRET: TEST_SECRETS.app, HASH_SECRET: TEST_SECRETS.hash },
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      said += String(chunk);
    });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, ended, output: () => said };
}
