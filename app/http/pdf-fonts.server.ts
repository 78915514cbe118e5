import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { readCharacters } from "./font-characters.ts";
import { unpackWoff2 } from "./woff2-font.ts";

/** A part of a text that one font can set. */
export interface FontRun {
  /** As the fonts are registered by `addFonts`. */
  font: string;
  text: string;
}

const SUBSETS = ["latin", "latin-ext"] as const;

interface Font {
  subset: string;
  bytes: Uint8Array;
  characters: ReadonlySet<number>;
}

/** The font of most texts. */
export const PLAIN_FONT: string = SUBSETS[0];

/**
 * Gives a document the site's own letters; only those that are used are put into the file. Their weight is the regular
 * one: what is to be heavier is drawn with a rim.
 */
export function addFonts(doc: PDFKit.PDFDocument): void {
  for (const { subset, bytes } of loadFonts()) doc.registerFont(subset, bytes);
}

/** Whether every character of a text can be set. */
export function canSet(text: string): boolean {
  return [...text.normalize("NFC")].every((character) => fontOf(character) !== undefined);
}

/**
 * A text in parts, each for one font: most are one part. A character that no font has comes out as a question mark;
 * who would rather leave such a text out asks `canSet` first.
 */
export function fontRuns(text: string): FontRun[] {
  const runs: FontRun[] = [];
  for (const character of text.normalize("NFC").replace(/[\p{Cc}\p{Cf}]/gu, "")) {
    const font = fontOf(character);
    const name = font?.subset ?? PLAIN_FONT;
    const written = font === undefined ? "?" : character;
    const last = runs.at(-1);
    if (last && (last.font === name || character === " ")) last.text += written;
    else runs.push({ font: name, text: written });
  }
  return runs;
}

function fontOf(character: string): Font | undefined {
  const code = character.codePointAt(0) ?? 0;
  return loadFonts().find(({ characters }) => characters.has(code));
}

let loaded: Font[] | undefined;

/** Read and unpacked by the first file that needs them. */
function loadFonts(): Font[] {
  loaded ??= SUBSETS.map((subset): Font => {
    const name = `@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${subset}-wght-normal.woff2`;
    const bytes = unpackWoff2(readFileSync(createRequire(import.meta.url).resolve(name)));
    return { subset, bytes, characters: readCharacters(bytes) };
  });
  return loaded;
}
