import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { QUIET_UNITS } from "#app/http/quiet-units.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

test("every unit that pages may show a second later is one that the program has", () => {
  const sources = ["app/domain", "app/jobs"].flatMap((folder) =>
    readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(`${ROOT}/${folder}/${file}`, "utf8")),
  );
  const names = new Set(
    sources.flatMap((source) => [...source.matchAll(/transaction\(\s*"([^"]+)"/g)].map(([, name]) => name)),
  );
  expect([...QUIET_UNITS].filter((name) => !names.has(name))).toEqual([]);
});
