import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { readCharacters } from "#app/http/font-characters.ts";
import { canSet, fontRuns } from "#app/http/pdf-fonts.server.ts";
import { unpackWoff2 } from "#app/http/woff2-font.ts";

const FILES = "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next";
const resolve = createRequire(import.meta.url).resolve;

test.each(["latin-wght-normal", "latin-ext-wght-normal", "latin-wght-italic", "latin-ext-wght-italic"])(
  "the font %s comes out of its packing with tables that fit together and outlines within their boxes",
  (name) => {
    const font = unpackWoff2(readFileSync(resolve(`${FILES}-${name}.woff2`)));
    const tables = new Map<string, Buffer>();
    for (let index = 0; index < font.readUInt16BE(4); index += 1) {
      const at = 12 + 16 * index;
      const offset = font.readUInt32BE(at + 8);
      const length = font.readUInt32BE(at + 12);
      expect(offset % 4).toBe(0);
      expect(offset + length).toBeLessThanOrEqual(font.length);
      tables.set(font.toString("latin1", at, at + 4), font.subarray(offset, offset + length));
    }
    const [glyf, loca, maxp, head] = ["glyf", "loca", "maxp", "head"].map((tag) => tables.get(tag));
    if (!glyf || !loca || !maxp || !head) throw new Error("a table is missing");
    const glyphCount = maxp.readUInt16BE(4);
    expect(head.readInt16BE(50)).toBe(1);
    expect(loca.length).toBe(4 * (glyphCount + 1));
    expect(loca.readUInt32BE(4 * glyphCount)).toBe(glyf.length);
    const [left, bottom, right, top] = [36, 38, 40, 42].map((at) => head.readInt16BE(at));
    for (let glyph = 0; glyph < glyphCount; glyph += 1) {
      const at = loca.readUInt32BE(4 * glyph);
      if (loca.readUInt32BE(4 * glyph + 4) === at) continue;
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [2, 4, 6, 8].map((field) => glyf.readInt16BE(at + field));
      expect(x0).toBeGreaterThanOrEqual((left ?? 0) - 1);
      expect(y0).toBeGreaterThanOrEqual((bottom ?? 0) - 1);
      expect(x1).toBeLessThanOrEqual((right ?? 0) + 1);
      expect(y1).toBeLessThanOrEqual((top ?? 0) + 1);
    }
    expect(readCharacters(font).has(name.includes("ext") ? 0x142 : 0x41)).toBe(true);
  },
);

test("a text is set in the fonts that have its letters, decomposed ones put together first", () => {
  expect(fontRuns("Zoe\u0308 Penhale")).toEqual([{ font: "latin", text: "Zoë Penhale" }]);
  expect(fontRuns("Łukasz")).toEqual([
    { font: "latin-ext", text: "Ł" },
    { font: "latin", text: "ukasz" },
  ]);
  expect(canSet("Siân Ł. O’Shaughnessy")).toBe(true);
  expect(canSet("Δ")).toBe(false);
});
