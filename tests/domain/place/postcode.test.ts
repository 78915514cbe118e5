import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPostcode, POSTCODE_HINT, PostcodeField, readPostcode } from "#app/domain/place/postcode.ts";

function read(typed: string): string | undefined {
  const result = readPostcode(typed);
  return result.ok ? result.postcode : undefined;
}

test.each([
  ["WR5 2NP", "WR52NP"],
  ["wr5 2np", "WR52NP"],
  ["wr52np", "WR52NP"],
  ["  W R 5 2 N P  ", "WR52NP"],
  ["WR5\u00a02NP", "WR52NP"],
  ["WR5\u20092NP\t\r\n", "WR52NP"],
  ["WR5-2NP", "WR52NP"],
  ["WR5 – 2NP.", "WR52NP"],
  ["w.r.5.2.n.p.", "WR52NP"],
  ["“WR5 2NP”,", "WR52NP"],
  ["ＷＲ５　２ＮＰ", "WR52NP"],
  ["wr5\u200b2np\ufeff", "WR52NP"],
])("reads %j however it is typed", (typed, postcode) => {
  expect(read(typed)).toBe(postcode);
});

test.each([
  "M1 1AE",
  "B33 8TH",
  "CR2 6XH",
  "DN55 1PT",
  "W1A 1HQ",
  "EC1A 1BB",
  "SW1A 2AA",
  "N1C 4AG",
  "NW1W 7AB",
  "SE1P 5LX",
  "E1W 1AA",
  "WC2N 5DU",
  "E20 2ST",
  "BT1 5GS",
  "GY1 1AA",
  "JE2 3AB",
  "IM99 1AA",
  "BF1 3AA",
  "BX9 1AS",
  "XX10 1AB",
  "XM4 5HQ",
  "GIR 0AA",
  "GX11 1AA",
  "ASCN 1ZZ",
  "BBND 1ZZ",
  "BIQQ 1ZZ",
  "FIQQ 1ZZ",
  "PCRN 1ZZ",
  "SIQQ 1ZZ",
  "STHL 1ZZ",
  "TDCU 1ZZ",
  "TKCA 1ZZ",
  "AI-2640",
  "BFPO 1",
  "BFPO 12",
  "BFPO 123",
  "BFPO 1234",
  "ZZ99 9ZZ",
  "QQ1 1QQ",
  "NPT 0AD",
])("accepts %s and shows it as written", (written) => {
  const postcode = read(written.toLowerCase().replaceAll(" ", ""));
  expect(postcode && formatPostcode(postcode)).toBe(written);
});

test.each([
  ["SW1A OAA", "SW1A0AA"],
  ["CRO 2YR", "CR02YR"],
  ["SO14 2BA", "SO142BA"],
  ["S014 2BA", "SO142BA"],
  ["S01 4AA", "SO14AA"],
  ["0X1 1AA", "OX11AA"],
  ["OX1O 1AA", "OX101AA"],
  ["P0I 1AA", "PO11AA"],
  ["W1O 1AA", "W101AA"],
  ["MI 1AE", "M11AE"],
  ["MII 1AE", "M111AE"],
  ["NI 9GU", "N19GU"],
  ["EC1I 1BB", "EC111BB"],
  ["1P1 1AA", "IP11AA"],
  ["L1 IAA", "L11AA"],
  ["BTI 5GS", "BT15GS"],
  ["BFI 3AA", "BF13AA"],
  ["G1R OAA", "GIR0AA"],
  ["giroaa", "GIR0AA"],
  ["bfp0 i2o", "BFPO120"],
  ["BFPO c/o 57", "BFPO57"],
  ["ASCN IZZ", "ASCN1ZZ"],
  ["F1QQ 1ZZ", "FIQQ1ZZ"],
  ["GXII IAA", "GX111AA"],
])("mends O and 0, I and 1 in %j where one reading can be valid", (typed, postcode) => {
  expect(read(typed)).toBe(postcode);
});

test.each([
  "",
  " ",
  "WR5",
  "WR5 2",
  "WR5 2N",
  "2NP",
  "WR5 2NPX",
  "WR5 22P",
  "5WR 2NP",
  "WRR5 2NP",
  "WR555 2NP",
  "WR5 2NO",
  "WR5 2N0",
  "WR5 2CP",
  "WR5 2PI",
  "WR5 2KA",
  "WR5 2AM",
  "WR5 2VA",
  "12345",
  "1111AA",
  "101AA",
  "hello",
  "90210",
  "K1A 0B1",
  "BFPO",
  "BFPO 12345",
  "BFPO ABC",
  "GIR 0AB",
  "ASCN 2ZZ",
  "WR5 2NÉ",
  "ВR5 2NP",
  "<script>",
  "😀",
  "WR5 2NP WR5 2NP",
  "x".repeat(5000),
  `WR5${" ".repeat(200)}2NP`,
  "Worcester",
  "n/a",
  "none",
  "00000",
  "O0O 0OO",
])("refuses %j", (typed) => {
  expect(readPostcode(typed)).toEqual({ ok: false });
});

test("the form field says what to type", () => {
  const refused = PostcodeField.safeParse("WR5");
  expect(refused.success).toBe(false);
  expect(refused.error?.issues.map((issue) => issue.message)).toEqual([POSTCODE_HINT]);
  expect(PostcodeField.safeParse(undefined).error?.issues.map((issue) => issue.message)).toEqual([
    POSTCODE_HINT,
  ]);
  expect(PostcodeField.parse(" wr5 2np ")).toBe("WR52NP");
});

test("what is shown reads back as the same postcode, however it is spaced and cased", () => {
  const upper = (letters: string) => fc.constantFrom(...letters);
  const digit = upper("0123456789");
  const letter = upper("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  const last = upper("ABDEFGHJLNPQRSTUWXYZ");
  const outward = fc.oneof(
    fc.tuple(letter, digit),
    fc.tuple(letter, digit, digit),
    fc.tuple(letter, letter, digit),
    fc.tuple(letter, letter, digit, digit),
    fc.tuple(letter, digit, letter),
    fc.tuple(letter, letter, digit, letter),
  );
  const postcode = fc
    .tuple(outward, digit, last, last)
    .map(([out, first, second, third]) => [...out, first, second, third].join(""));
  fc.assert(
    fc.property(postcode, fc.nat(), (typed, salt) => {
      const kept = read(typed);
      expect(kept).toBeDefined();
      if (kept === undefined) return;
      expect(read(formatPostcode(kept))).toBe(kept);
      expect(formatPostcode(read(formatPostcode(kept)) ?? "")).toBe(formatPostcode(kept));
      const messy = [...kept]
        .map((char, at) => ((salt >> at) & 1 ? ` ${char.toLowerCase()}` : char))
        .join("");
      expect(read(messy)).toBe(kept);
    }),
    { numRuns: 1000 },
  );
});

test("any text at all is read or refused, never thrown at", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 120 }), (typed) => {
      const kept = read(typed);
      if (kept !== undefined) expect(read(formatPostcode(kept))).toBe(kept);
    }),
    { numRuns: 1000 },
  );
});
