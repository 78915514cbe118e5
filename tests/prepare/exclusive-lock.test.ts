import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { tryLock, waitForLock } from "#app/prepare/exclusive-lock.server.ts";

function lockFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "hear-hear-lock-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "test.lock");
}

test("a lock is had once, and again after it has been released", () => {
  const file = lockFile();
  const first = tryLock(file);
  expect(first).toBeDefined();
  expect(tryLock(file)).toBeUndefined();
  first?.release();
  first?.release();
  const second = tryLock(file);
  expect(second).toBeDefined();
  second?.release();
});

test("a process that is killed leaves its lock behind for nobody", async () => {
  const file = lockFile();
  const code = `
    const { tryLock } = await import("./app/prepare/exclusive-lock.server.ts");
    globalThis.lock = tryLock(${JSON.stringify(file)});
    console.log(globalThis.lock ? "held" : "refused");
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(holder.stdout, "data");
  expect(String(said)).toBe("held\n");
  expect(tryLock(file)).toBeUndefined();
  const waiting = waitForLock(file);
  holder.kill("SIGKILL");
  await once(holder, "exit");
  (await waiting).release();
});
