import { expect, test } from "vitest";
import { answerForm } from "#app/domain/response/answer-form.ts";
import { fieldErrors } from "#app/http/read-form.server.ts";

const WRITER = { writerName: "Rowan Clerk", writerRole: "office of Pat Example" };

function errorsOf(positions: readonly number[], values: Record<string, string>): Record<string, string> {
  const parsed = answerForm(positions).safeParse(values);
  return parsed.success ? {} : fieldErrors(parsed.error);
}

test("support, refusal and a hint to the office need no words; raising it and one's own words do", () => {
  for (const stance0 of ["support", "oppose", "contact"])
    expect(errorsOf([0], { ...WRITER, stance0 })).toEqual({});
  for (const stance0 of ["raise", "statement"])
    for (const words0 of ["", "  \n ", "…!"])
      expect(Object.keys(errorsOf([0], { ...WRITER, stance0, words0 })), words0).toEqual(["words0"]);
});

test("an answer needs a stance that exists, a name and a role", () => {
  expect(Object.keys(errorsOf([0], {}))).toEqual(["stance0", "writerName", "writerRole"]);
  expect(Object.keys(errorsOf([0], { ...WRITER, stance0: "published" }))).toEqual(["stance0"]);
  expect(Object.keys(errorsOf([0], { ...WRITER, words0: "Words without a stance" }))).toEqual(["stance0"]);
});

test("of several asks each may be left out, but not all, and words alone are no answer", () => {
  expect(Object.keys(errorsOf([1, 2, 0], WRITER))).toEqual(["stance1"]);
  expect(errorsOf([1, 2, 0], { ...WRITER, stance2: "support" })).toEqual({});
  expect(Object.keys(errorsOf([1, 2, 0], { ...WRITER, stance2: "support", words1: "Hm" }))).toEqual([
    "stance1",
  ]);
  const parsed = answerForm([1, 2, 0]).parse({
    ...WRITER,
    stance2: "support",
    stance0: "oppose",
    stance7: "raise",
  });
  expect(parsed.answers).toEqual([
    { position: 2, stance: "support", words: "" },
    { position: 0, stance: "oppose", words: "" },
  ]);
});

test("words are plain text of 1,500 characters at most, without marks that turn the writing round", () => {
  const stance0 = "statement";
  expect(errorsOf([0], { ...WRITER, stance0, words0: "ä".repeat(1500) })).toEqual({});
  expect(Object.keys(errorsOf([0], { ...WRITER, stance0, words0: "ä".repeat(1501) }))).toEqual(["words0"]);
  for (const hostile of ["a\u202eb", "a\u0000b", "a\u2066b"]) {
    expect(Object.keys(errorsOf([0], { ...WRITER, stance0, words0: hostile }))).toEqual(["words0"]);
    expect(Object.keys(errorsOf([0], { ...WRITER, stance0: "support", writerName: hostile }))).toEqual([
      "writerName",
    ]);
  }
  const kept = answerForm([0]).parse({
    ...WRITER,
    writerName: " Rowan \n Clerk ",
    stance0,
    words0: " a\r\nb ",
  });
  expect([kept.writerName, kept.answers[0]?.words]).toEqual(["Rowan Clerk", "a\nb"]);
});
