import { afterEach, beforeEach, expect, vi } from "vitest";

const { console: output } = globalThis;
const spy = vi.spyOn(output, "error");

/** An unexpected console.error fails the test that caused it. */
beforeEach(() => {
  spy.mockClear();
});

afterEach(() => {
  expect(spy.mock.calls.map((call) => call.join(" "))).toEqual([]);
});
