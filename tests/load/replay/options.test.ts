import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

test("a site of several processes is asked for by how many there are of each kind", () => {
  const options = readOptions(["--database", "postgres", "--web", "4", "--workers", "2", "--kill"]);
  expect(options).toMatchObject({ several: { web: 4, workers: 2 }, kill: true });
  expect(readOptions([])).toMatchObject({ several: undefined, kill: false, database: "sqlite" });
});

test("the shipped places belong to the shipped counter alone", () => {
  expect(readOptions([])).toMatchObject({ places: expect.stringContaining("241584-by-constituency") });
  expect(readOptions(["--counts", "other.csv"])).toMatchObject({ counts: "other.csv", places: undefined });
});

test.each([
  [["--web", "2"], "--web and --workers need --database postgres"],
  [["--database", "postgres", "--kill"], "--kill needs --web 2 or more"],
  [["--database", "postgres", "--web", "two"], "--web must be a number"],
  [["--database", "postgres", "--workers", "0"], "--workers must be at least 1"],
  [["--speed", "0"], "--speed must be at least 0.01"],
])("%j is refused in a sentence", (args, why) => {
  expect(() => readOptions(args)).toThrow(why);
});
