import { expect, test } from "vitest";
import { fitRest } from "#app/domain/forwarding/parts.server.ts";

const ROWS = [
  { code: "a", name: "A", count: 40 },
  { code: "b", name: "B", count: 20 },
  { code: "c", name: "C", count: 8 },
];

test("what is left for other places is stated when it is five or more, or nothing", () => {
  expect(fitRest(ROWS, 100)).toEqual({ rows: ROWS, rest: 32 });
  expect(fitRest(ROWS, 68)).toEqual({ rows: ROWS, rest: 0 });
});

test("a rest of one to four takes in the smallest row", () => {
  expect(fitRest(ROWS, 70)).toEqual({ rows: ROWS.slice(0, 2), rest: 10 });
});

test("rows that hold more people than the area make no table", () => {
  expect(fitRest(ROWS.slice(0, 1), 38)).toEqual({ rows: [], rest: 0 });
});
