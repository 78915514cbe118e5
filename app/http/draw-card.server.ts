import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp, { type OverlayOptions } from "sharp";
import { unpackWoff2 } from "./woff2-font.ts";

/** What a picture says that stands for a page where it is passed on. */
export interface Card {
  /** Above, small. */
  kicker: string;
  /** What is read first, as large as it fits. */
  words: string;
  /** Below: whose page it is. */
  foot: string;
}

const WIDTH = 1200;
const HEIGHT = 630;
const EDGE = 80;
const INK = "#221a2c";
const PURPLE = "#5b2382";
const SOFT = "#5d5468";
/** Sizes of the large words, in points, the first that fits. */
const SIZES = [72, 62, 54, 46, 38] as const;
const ROOM = 330;
const FONT = "Atkinson Hyperlegible Next";
const FONT_FILE =
  "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2";

let inHand: Promise<unknown> = Promise.resolve();

/** Draws a card as PNG, 1200 by 630, in the site's own letters; one after another, so that pages are served meanwhile. */
export function drawCard(card: Card): Promise<Buffer> {
  const drawn = inHand.then(() => draw(card));
  inHand = drawn.catch(() => {});
  return drawn;
}

async function draw({ kicker, words, foot }: Card): Promise<Buffer> {
  const parts: OverlayOptions[] = [
    { input: await block(16, HEIGHT, PURPLE), left: 0, top: 0 },
    { input: (await write(kicker, `${FONT} 32`, SOFT)).input, left: EDGE, top: 72 },
    { input: (await largest(words)).input, left: EDGE, top: 150 },
    { input: (await write(foot, `${FONT} Bold 34`, PURPLE)).input, left: EDGE, top: HEIGHT - 104 },
  ];
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: "#fdfaf4" } })
    .composite(parts)
    .png({ palette: true })
    .toBuffer();
}

async function largest(words: string): Promise<{ input: Buffer; height: number }> {
  for (const size of SIZES) {
    const written = await write(words, `${FONT} Bold ${size}`, INK);
    if (written.height <= ROOM || size === SIZES.at(-1)) return written;
  }
  throw new Error("a card has no size of letters");
}

async function write(text: string, font: string, colour: string): Promise<{ input: Buffer; height: number }> {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${escapeMarkup(text)}</span>`,
      ...{ font, fontfile: fontFile(), width: WIDTH - 2 * EDGE, dpi: 72, rgba: true, spacing: 4 },
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { input: data, height: info.height };
}

function block(width: number, height: number, background: string): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

/** What somebody typed is text, never markup. A blank line of text cannot be drawn. */
function escapeMarkup(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, " ").trim();
  return (plain === "" ? "…" : plain).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

let unpacked: string | undefined;

/** The site's font as a file that the drawing library can read: the machine need not have any. */
function fontFile(): string {
  if (unpacked === undefined) {
    const path = join(mkdtempSync(join(tmpdir(), "hear-hear-font-")), "letters.ttf");
    writeFileSync(path, unpackWoff2(readFileSync(createRequire(import.meta.url).resolve(FONT_FILE))));
    unpacked = path;
  }
  return unpacked;
}
