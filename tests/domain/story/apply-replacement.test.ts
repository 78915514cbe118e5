import { expect, test } from "vitest";
import { applyReplacement } from "#app/domain/story/apply-replacement.ts";
import { findMarks } from "#app/domain/story/marks.ts";

/** The text once every mark has been replaced, last first, as its author may press them. */
function replaceAll(text: string): string {
  return findMarks(text).reduceRight(applyReplacement, text);
}

test.each([
  ["My son Oliver was sent home.", "My son was sent home."],
  ["My son, Oliver, was sent home.", "My son was sent home."],
  ["My daughter Zainab's plan is late.", "My daughter's plan is late."],
  [
    "Theo is autistic. He is at Hollybank Primary School.",
    "My son is autistic. He is at his primary school.",
  ],
  ["His SENCO, Mrs Whitlock, did what she could.", "His SENCO did what she could."],
  ["His NHS number is 999 131 3753.", "His NHS number is [left out]."],
  ["On 14 March 2024 the plan came.", "In spring 2024 the plan came."],
])("“%s” becomes “%s”", (text, replaced) => {
  expect(replaceAll(text)).toBe(replaced);
});

test("brackets go with what stood in them", () => {
  const text = "My son (Leo) is nine.";
  expect(applyReplacement(text, { start: 8, end: 11, replacement: "" })).toBe("My son is nine.");
});

test("once everything is replaced, nothing of it is left to find", () => {
  const text =
    "My son Oliver was born on 14 March 2015. Write to beth@example.org or 27 Tannery Lane, WR5 2NP. Mr Patel knows.";
  const replaced = replaceAll(text);
  for (const secret of ["Oliver", "14 March", "beth", "Tannery", "WR5", "Patel"])
    expect(replaced).not.toContain(secret);
  expect(findMarks(replaced)).toEqual([]);
});
