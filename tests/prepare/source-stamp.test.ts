import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { stampSources } from "#app/prepare/source-stamp.server.ts";

test("a stamp changes with what is built, and with nothing else", async () => {
  const root = mkdtempSync(join(tmpdir(), "hear-hear-stamp-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  function write(path: string, text: string): void {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  write("app/routes/a.tsx", "a");
  write("package-lock.json", "{}");
  const pages = { ofPages: true };
  const before = await stampSources(root, pages);
  utimesSync(join(root, "app/routes/a.tsx"), 1, 1);
  write("db/reference/data/mps.csv", "x");
  write("tests/a.test.ts", "x");
  expect(await stampSources(root, pages)).toBe(before);
  write("app/prepare/a.server.ts", "x");
  expect(await stampSources(root, pages)).toBe(before);
  expect(await stampSources(root, { ofPages: false })).not.toBe(before);
  for (const [path, text] of [
    ["app/routes/a.tsx", "b"],
    ["app/routes/b.tsx", ""],
    ["package-lock.json", "{ }"],
  ] as const) {
    const last = await stampSources(root, pages);
    write(path, text);
    expect([path, await stampSources(root, pages)]).not.toEqual([path, last]);
  }
});
