/*
 * `npm start`: sees in a process of its own that the site is built from its sources as they are, then becomes the
 * program, which never loads what it takes to build it.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const builder = fileURLToPath(new URL("./build.ts", import.meta.url));
const { status } = spawnSync(process.execPath, ["--import", "tsx", builder, "--quiet"], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
await import("../build/program/start.js");
