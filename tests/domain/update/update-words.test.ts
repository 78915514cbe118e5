import fc from "fast-check";
import { expect, test } from "vitest";
import { plainBeginning, readWords } from "#app/domain/update/update-words.ts";

test("paragraphs, headings, lists, quotations and emphasis are read as they were typed", () => {
  const read = readWords(
    "# Good news\nShe said **yes**\nand *soon*.\n\n- one\n- two\n  goes on\n\n1. first\n2) second\n\n> We are sorry.",
  );
  expect(read).toEqual([
    { kind: "heading", spans: [{ text: "Good news" }] },
    {
      kind: "paragraph",
      spans: [
        { text: "She said " },
        { text: "yes", isStrong: true },
        { text: "\nand " },
        { text: "soon", isSoft: true },
        { text: "." },
      ],
    },
    { kind: "list", isNumbered: false, items: [[{ text: "one" }], [{ text: "two goes on" }]] },
    { kind: "list", isNumbered: true, items: [[{ text: "first" }], [{ text: "second" }]] },
    { kind: "quotation", spans: [{ text: "We are sorry." }] },
  ]);
});

test("a link says where it goes unless its words do, and one that may go nowhere stays words", () => {
  const [paragraph] = readWords(
    "[the minutes](https://www.worcester.gov.uk/m), https://example.org/a. [x](javascript:alert) [y](https://bank.example@evil.example/)",
  );
  expect(paragraph).toEqual({
    kind: "paragraph",
    spans: [
      { text: "the minutes", href: "https://www.worcester.gov.uk/m", where: "www.worcester.gov.uk" },
      { text: ", " },
      { text: "https://example.org/a", href: "https://example.org/a" },
      { text: ". [x](javascript:alert) [y](https://bank.example@evil.example/)" },
    ],
  });
});

test("words of one kind that look like an address of another are never a link without its host", () => {
  const [paragraph] = readWords("[https://www.gov.uk/](https://evil.example/)");
  expect(paragraph).toMatchObject({ spans: [{ text: "https://www.gov.uk/", where: "evil.example" }] });
});

test("a sum with stars and a name with lines under it are no emphasis", () => {
  expect(readWords("3 * 4 * 5 and some_file_name")).toEqual([
    { kind: "paragraph", spans: [{ text: "3 * 4 * 5 and some_file_name" }] },
  ]);
});

test("a list shows the beginning of an update in plain words, cut between two of them", () => {
  expect(plainBeginning("## Hello\n\nWe **met** the [director](https://example.org/) on Tuesday.", 30)).toBe(
    "We met the director on …",
  );
});

test("whatever is typed, every letter of it is read, quickly, and nothing throws", () => {
  const letters = (text: string) => text.replace(/[^\p{L}]/gu, "");
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: "grapheme" }), (typed) => {
      const blocks = readWords(typed);
      const read = blocks
        .flatMap((block) => (block.kind === "list" ? block.items : [block.spans]))
        .flat()
        .map(({ text, href }) => text + (href === undefined ? "" : ` ${href}`))
        .join(" ");
      for (const letter of new Set(letters(typed.normalize("NFC").toLowerCase())))
        expect(read.normalize("NFC").toLowerCase()).toContain(letter);
    }),
  );
  const startedAt = performance.now();
  for (const evil of [
    "[".repeat(5000),
    "**".repeat(2500),
    "*a ".repeat(1600),
    "[a](".repeat(1200),
    "_a".repeat(2500),
  ])
    readWords(evil);
  expect(performance.now() - startedAt).toBeLessThan(500);
});
