import { type ByteReader, byteReader } from "./byte-reader.ts";

interface Streams {
  contours: ByteReader;
  points: ByteReader;
  flags: ByteReader;
  glyphs: ByteReader;
  composites: ByteReader;
  boxes: ByteReader;
  instructions: ByteReader;
}

interface Point {
  isOnCurve: boolean;
  dx: number;
  dy: number;
}

const WORDS = 1;
const SCALE = 8;
const MORE = 32;
const TWO_SCALES = 64;
const MATRIX = 128;
const HAS_INSTRUCTIONS = 256;

/** The tables `glyf` and `loca` (with long offsets) out of WOFF2's way of packing them. Source: section 5.1 there. */
export function untransformGlyphs(packed: Buffer): { glyf: Buffer; loca: Buffer } {
  const head = byteReader(packed);
  head.skip(4);
  const glyphCount = head.u16();
  head.skip(2);
  const lengths = Array.from({ length: 7 }, () => head.u32());
  const [contours, points, flags, glyphs, composites, boxes, instructions] = lengths.map((length) =>
    byteReader(head.take(length)),
  );
  if (!contours || !points || !flags || !glyphs || !composites || !boxes || !instructions)
    throw new Error("a stream of the outlines is missing");
  const streams = { contours, points, flags, glyphs, composites, boxes, instructions };
  const hasBox = boxes.take(4 * ((glyphCount + 31) >> 5));
  const parts: Buffer[] = [];
  const loca = Buffer.alloc(4 * (glyphCount + 1));
  let offset = 0;
  for (let index = 0; index < glyphCount; index += 1) {
    const isBoxed = ((hasBox[index >> 3] ?? 0) & (128 >> (index & 7))) !== 0;
    const glyph = readGlyph(streams, isBoxed);
    parts.push(glyph);
    offset += glyph.length;
    loca.writeUInt32BE(offset, 4 * (index + 1));
  }
  return { glyf: Buffer.concat(parts), loca };
}

function readGlyph(streams: Streams, isBoxed: boolean): Buffer {
  const contourCount = streams.contours.i16();
  if (contourCount === 0) return Buffer.alloc(0);
  const glyph =
    contourCount > 0 ? readSimple(streams, contourCount, isBoxed) : readComposite(streams, contourCount);
  return glyph.length % 2 === 0 ? glyph : Buffer.concat([glyph, Buffer.alloc(1)]);
}

function readSimple(streams: Streams, contourCount: number, isBoxed: boolean): Buffer {
  const { points, flags, glyphs, boxes, instructions } = streams;
  const ends: number[] = [];
  let pointCount = 0;
  for (let contour = 0; contour < contourCount; contour += 1) {
    pointCount += points.short255();
    ends.push(pointCount - 1);
  }
  const outline = Array.from({ length: pointCount }, () => readPoint(flags.u8(), glyphs));
  const instructed = instructions.take(glyphs.short255());
  const box = isBoxed ? boxes.take(8) : numbers(boxOf(outline));
  return Buffer.concat([
    numbers([contourCount]),
    box,
    numbers([...ends, instructed.length]),
    instructed,
    Buffer.from(outline.map(({ isOnCurve }) => (isOnCurve ? 1 : 0))),
    numbers(outline.map(({ dx }) => dx)),
    numbers(outline.map(({ dy }) => dy)),
  ]);
}

function readComposite({ composites, glyphs, boxes, instructions }: Streams, contourCount: number): Buffer {
  const parts = [numbers([contourCount]), boxes.take(8)];
  let isInstructed = false;
  for (let isMore = true; isMore; ) {
    const flags = composites.u16();
    parts.push(numbers([flags]), composites.take(componentLength(flags)));
    isInstructed ||= (flags & HAS_INSTRUCTIONS) !== 0;
    isMore = (flags & MORE) !== 0;
  }
  if (isInstructed) {
    const length = glyphs.short255();
    parts.push(numbers([length]), instructions.take(length));
  }
  return Buffer.concat(parts);
}

/** Of a component: its glyph, its two arguments and its scale. */
function componentLength(flags: number): number {
  const scale = flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0;
  return 2 + (flags & WORDS ? 4 : 2) + scale;
}

/** One point, as a step from the last. Source: the table of triplet encodings in section 5.2. */
function readPoint(flag: number, glyphs: ByteReader): Point {
  const isOnCurve = flag < 128;
  const code = flag & 127;
  const signed = (value: number, bit: number) => (code & bit ? value : -value);
  if (code < 10) return { isOnCurve, dx: 0, dy: signed(((code & 14) << 7) + glyphs.u8(), 1) };
  if (code < 20) return { isOnCurve, dx: signed((((code - 10) & 14) << 7) + glyphs.u8(), 1), dy: 0 };
  if (code < 84) {
    const byte = glyphs.u8();
    const dx = 1 + ((code - 20) & 48) + (byte >> 4);
    const dy = 1 + (((code - 20) & 12) << 2) + (byte & 15);
    return { isOnCurve, dx: signed(dx, 1), dy: signed(dy, 2) };
  }
  if (code < 120) {
    const dx = 1 + (Math.floor((code - 84) / 12) << 8) + glyphs.u8();
    const dy = 1 + ((((code - 84) % 12) >> 2) << 8) + glyphs.u8();
    return { isOnCurve, dx: signed(dx, 1), dy: signed(dy, 2) };
  }
  if (code < 124) {
    const [first, middle, last] = [glyphs.u8(), glyphs.u8(), glyphs.u8()];
    const dx = (first << 4) + (middle >> 4);
    return { isOnCurve, dx: signed(dx, 1), dy: signed(((middle & 15) << 8) + last, 2) };
  }
  const dx = glyphs.u16();
  return { isOnCurve, dx: signed(dx, 1), dy: signed(glyphs.u16(), 2) };
}

function boxOf(outline: readonly Point[]): number[] {
  let [x, y] = [0, 0];
  const at = outline.map(({ dx, dy }) => {
    x += dx;
    y += dy;
    return { x, y };
  });
  const xs = at.map((point) => point.x);
  const ys = at.map((point) => point.y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, 2 * index);
  return bytes;
}
