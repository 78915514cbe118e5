import fc from "fast-check";
import { expect, test } from "vitest";
import { nameInShort } from "#app/domain/campaign/short-name.ts";

const ofTitle = (title: string) => nameInShort({ shortName: "", title });

test("a campaign is called by its short name, or by its title where that is short", () => {
  expect(nameInShort({ shortName: "SEND investigation", title: "Hold an investigation" })).toBe(
    "SEND investigation",
  );
  expect(ofTitle("Keep the small pool warm")).toBe("Keep the small pool warm");
});

test("of a long title the beginning stands, in whole words, and no word is left that wants another", () => {
  expect(ofTitle("Hold an independent investigation into special needs services in Worcestershire")).toBe(
    "Hold an independent investigation…",
  );
  expect(ofTitle("Stop the closure of Bedwardine Library, and keep its staff in their jobs")).toBe(
    "Stop the closure of Bedwardine Library…",
  );
  expect(ofTitle("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch")).toMatch(/^Llanfair\S{31}…$/);
});

test("no title makes a name of more than forty characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }), (title) => {
      expect([...ofTitle(title)].length).toBeLessThanOrEqual(40);
    }),
  );
});
