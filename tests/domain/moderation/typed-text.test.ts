import { expect, test } from "vitest";
import { optionalText, typedText } from "#app/domain/moderation/typed-text.ts";

test.each(["\r\n", "\r", "\u000b", "\u0085", "\u2028", "\u2029"])(
  "what ends a line in other programs ends it here: %j",
  (mark) => {
    expect(typedText(20, "missing").parse(`One${mark}two`)).toBe("One\ntwo");
    expect(optionalText(20).parse(mark)).toBe("");
  },
);

test.each(["\u200d", "\u200b", "\ufe0f", "\ufeff", "\u00ad"])("marks that phones add pass: %j", (mark) => {
  expect(optionalText(20).parse(`One${mark}two`)).toBe(`One${mark}two`);
});

test.each(["\0", "\u001b", "\u0086", "\u202e", "\u2066", "\ud800"])(
  "what does not print or turns the writing round is refused: %j",
  (mark) => {
    expect(optionalText(20).safeParse(`One${mark}two`).success).toBe(false);
  },
);
