import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { waitForLock } from "#app/prepare/exclusive-lock.server.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const PACKAGE = new URL("../node_modules/@sparticuz/chromium/package.json", import.meta.url);

/** Makes the package unpack also the system libraries it brings along. */
const BARE_MACHINE = { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };

/** A real Chromium: the one that comes with the packages, or the one at `CHROMIUM_PATH`. The caller closes it. */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  const { CHROMIUM_PATH, PATH = "", HOME = tmpdir(), TMPDIR = tmpdir() } = process.env;
  const env = { PATH, HOME, TMPDIR };
  if (CHROMIUM_PATH)
    return chromium.launch({ executablePath: CHROMIUM_PATH, args: [...FLAGS, ...flags], env });
  const folder = await unpackOnce();
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args: [...FLAGS, ...flags],
    env: { ...env, LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_PATH: join(folder, "fonts") },
  });
}

/**
 * Unpacked once for a version and machine, under a name that it gets only when all of it is there: the package itself
 * takes a half-written browser of another process for a finished one.
 */
async function unpackOnce(): Promise<string> {
  const { version } = JSON.parse(readFileSync(PACKAGE, "utf8"));
  const parent = join(tmpdir(), "hear-hear-chromium");
  const folder = join(parent, String(version));
  mkdirSync(parent, { recursive: true });
  const lock = await waitForLock(join(parent, "unpack.lock"));
  try {
    if (!existsSync(folder)) unpack(parent, folder);
  } finally {
    lock.release();
  }
  return folder;
}

function unpack(parent: string, folder: string): void {
  const unfinished = mkdtempSync(join(parent, "unfinished-"));
  const script = 'await (await import("@sparticuz/chromium")).default.executablePath()';
  try {
    execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: fileURLToPath(new URL("..", import.meta.url)),
      env: { ...process.env, ...BARE_MACHINE, TMPDIR: unfinished },
      stdio: ["ignore", "ignore", "inherit"],
    });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
