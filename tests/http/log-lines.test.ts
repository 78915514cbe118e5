import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { writeLines } from "#app/http/log-lines.server.ts";

const LOG = fileURLToPath(new URL("../../app/http/log.server.ts", import.meta.url));

/** A program that logs a few lines once it is told to, and ends in the same moment. */
function startLogging() {
  const words = `import { makeLog } from ${JSON.stringify(LOG)};
    const log = makeLog("info");
    process.stderr.write("ready");
    process.stdin.once("data", () => {
      for (let line = 0; line < 500; line += 1) log.info({ line }, "é".repeat(200));
      log.fatal("the last");
      process.exit(7);
    });`;
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", words]);
}

test("a program that has lost the reader of its log ends all the same", async () => {
  const child = startLogging();
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stderr, "data");
  child.stdout.destroy();
  child.stdin.write("go");
  expect(await once(child, "exit")).toEqual([7, null]);
}, 20_000);

test("what was logged just before the end is written in order", async () => {
  const child = startLogging();
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += String(chunk);
  });
  child.stdin.write("go");
  await once(child, "close");
  const lines = said
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  // The first is on its way by itself when the program ends.
  const followed = lines.map(({ line }) => line).filter((line) => line > 0);
  expect(followed).toEqual(Array.from({ length: 499 }, (_, line) => line + 1));
  expect(lines.at(-1)).toMatchObject({ level: "fatal", msg: "the last" });
}, 20_000);

test("lines that come while others are written follow them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hear-hear-log-"));
  const fd = openSync(join(folder, "log"), "w");
  onTestFinished(() => {
    closeSync(fd);
    rmSync(folder, { recursive: true });
  });
  const lines = writeLines(fd);
  for (const line of ["one\n", "two\n", "three\n"]) lines.write(line);
  await expect.poll(() => readFileSync(join(folder, "log"), "utf8")).toBe("one\ntwo\nthree\n");
});

test("lines beyond what may wait for a slow reader are left out, and counted once there is room", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hear-hear-log-"));
  const file = join(folder, "log");
  const fd = openSync(file, "w");
  onTestFinished(() => {
    closeSync(fd);
    rmSync(folder, { recursive: true });
  });
  const lines = writeLines(fd);
  // None of them can go while this goes on.
  for (let line = 0; line < 60; line += 1) lines.write(`${"x".repeat(100_000)}\n`);
  await expect.poll(() => readFileSync(file, "utf8").length).toBeGreaterThan(4_000_000);
  lines.write("after\n");
  await expect.poll(() => readFileSync(file, "utf8")).toMatch(/after\n$/);
  const [said = "{}"] = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("{"));
  const { leftOut } = JSON.parse(said);
  expect(
    leftOut +
      readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line.startsWith("x")).length,
  ).toBe(60);
  expect(leftOut).toBeGreaterThan(10);
});
