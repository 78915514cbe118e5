import fc from "fast-check";
import { expect, test } from "vitest";
import { readPaperList, writePaperList } from "#app/domain/paper/paper-list.ts";
import { PAPER_ROWS_AT_ONCE } from "#app/policy.ts";

test("a list is read by the names of its columns, or by their order where it has none", () => {
  const rows = [{ name: "Wren Tansley", postcode: "WR52NP" }];
  for (const list of [
    "Wren Tansley,WR5 2NP",
    "name,postcode\nWren Tansley,wr52np",
    "Signed on;Postcode;Name\r\n1 May;WR5 2NP;Wren Tansley\r\n",
    "Wren Tansley\tWR5 2NP",
    '\uFEFF"Wren Tansley","WR5 2NP"\n\n,\n',
  ])
    expect(readPaperList(list), list).toEqual({ ok: true, rows, wrong: [] });
});

test("each row that cannot be taken is named by its line with what is wrong, and the others are there", () => {
  const read = readPaperList("name,postcode\nWren Tansley,WR5 2NP\n,WR5 2NP\n=1+1,WR5\nBryn,WR1 1AA");
  if (!read.ok) throw new Error("not read");
  expect(read.rows.map(({ name }) => name)).toEqual(["Wren Tansley", "Bryn"]);
  expect(read.wrong).toEqual([
    { line: 3, typed: { name: "", postcode: "WR5 2NP" }, errors: { name: "Enter the name" } },
    {
      line: 4,
      typed: { name: "=1+1", postcode: "WR5" },
      errors: {
        name: "Enter a name that begins with a letter",
        postcode: "Enter a full postcode, like WR5 2NP",
      },
    },
  ]);
});

test("a list that is none is refused as a whole, with the line", () => {
  expect(readPaperList("")).toMatchObject({ ok: false });
  expect(readPaperList("name\nWren")).toMatchObject({ ok: false, error: { line: 1 } });
  expect(readPaperList("name,postcode\n")).toMatchObject({ ok: false });
  expect(readPaperList('Wren,WR5 2NP\nBr"yn,WR1 1AA')).toMatchObject({ ok: false, error: { line: 2 } });
  const long = "Wren,WR5 2NP\n".repeat(PAPER_ROWS_AT_ONCE + 1);
  expect(readPaperList(long)).toMatchObject({ ok: false, error: { line: PAPER_ROWS_AT_ONCE + 1 } });
});

test("what is handed back to be mended reads as it was typed", () => {
  const typed = fc.stringMatching(/^[^\r\n\0]{1,20}$/).map((text) => text.trim());
  fc.assert(
    fc.property(typed, (name) => {
      const wrong = { name: name || "x", postcode: "no postcode" };
      const read = readPaperList(`name,postcode\n${writePaperList([wrong])}`);
      expect(read.ok && read.wrong[0]?.typed).toEqual(wrong);
    }),
  );
});
