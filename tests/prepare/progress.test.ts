import { expect, test } from "vitest";
import { makeProgress } from "#app/prepare/progress.ts";

function shown(isTTY: boolean): string[] {
  const written: string[] = [];
  const show = makeProgress("Preparing", { isTTY, write: (text: string) => written.push(text) > 0 });
  for (let i = 0; i <= 1000; i++) show(i / 1000);
  return written;
}

test("a terminal sees a bar grow", () => {
  const written = shown(true);
  expect(written).toHaveLength(101);
  expect(written[50]).toBe(`\rPreparing ${"█".repeat(15)}${"░".repeat(15)}  50 %`);
  expect(written.at(-1)).toMatch(/100 %\n$/);
});

test("a log sees one line every tenth", () => {
  const written = shown(false);
  expect(written).toHaveLength(10);
  expect(written.at(0)).toBe("Preparing: 10 %\n");
  expect(written.at(-1)).toBe("Preparing: 100 %\n");
});
