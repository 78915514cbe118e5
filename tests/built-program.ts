import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

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
