import fc from "fast-check";
import { expect, test } from "vitest";
import { compareTexts } from "#app/domain/campaign/compare-texts.ts";
import { compareWords } from "#app/domain/campaign/compare-words.ts";

test("words that are gone and new are told from those that stay", () => {
  expect(compareWords("A lift for Shrub Hill", "A lift and a ramp for Shrub Hill")).toEqual([
    { kind: "same", words: "A lift " },
    { kind: "new", words: "and a ramp " },
    { kind: "same", words: "for Shrub Hill" },
  ]);
  expect(compareWords("", "New")).toEqual([{ kind: "new", words: "New" }]);
  expect(compareWords("Old", "")).toEqual([{ kind: "gone", words: "Old" }]);
});

test("what stays and what is gone is the old text again, what stays and what is new the new one", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "c ", " ", "\n", "word "), { maxLength: 40 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = compareWords(before, after);
      const without = (kind: string) =>
        runs
          .filter((run) => run.kind !== kind)
          .map(({ words }) => words)
          .join("");
      expect([without("new"), without("gone")]).toEqual([before, after]);
    }),
  );
});

test("the longest texts are compared in a moment", () => {
  const [a, b] = ["x y ".repeat(2000), "y z ".repeat(2000)];
  const start = performance.now();
  compareWords(a, b);
  expect(performance.now() - start).toBeLessThan(1000);
});

test("only the parts that differ are compared, an ask that is gone and a version that is new among them", () => {
  const before = {
    en: { title: "Lift", why: "Stairs.", more: "" },
    asks: ["Build it", "Soon"],
    askClause: "to build it",
    shortName: "",
  };
  const after = { ...before, asks: ["Build it"], easy: { title: "Lift", why: "", more: "" } };
  expect(compareTexts(before, before)).toEqual([]);
  expect(compareTexts(before, after).map(({ name, runs }) => [name, runs[0]?.kind])).toEqual([
    ["Easy Read: title", "new"],
    ["Ask 2", "gone"],
  ]);
});
