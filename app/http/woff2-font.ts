import { brotliDecompressSync } from "node:zlib";
import { type ByteReader, byteReader } from "./byte-reader.ts";
import { untransformGlyphs } from "./woff2-glyphs.ts";

interface Table {
  tag: string;
  bytes: Buffer;
}

/** The tags that WOFF2 writes as a number. Source: https://www.w3.org/TR/WOFF2/ section 4.1. */
const TAGS =
  "cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill"
    .split(" ")
    .map((tag) => tag.replace("_", " "));
const HEADER = 48;
/** Where `head` says how `loca` is written. */
const LOCA_FORMAT = 50;

/**
 * A TrueType font out of its WOFF2 file, in the form that PDF writers take. Outlines, variations and metrics stay as
 * they are. @throws for what our fonts do not have: collections, and side bearings left out of `hmtx`.
 */
export function unpackWoff2(file: Buffer): Buffer {
  const read = byteReader(file);
  if (read.u32() !== 0x774f4632) throw new Error("this is no WOFF2 file");
  const flavour = read.u32();
  read.skip(4);
  const tableCount = read.u16();
  read.skip(6);
  const packedLength = read.u32();
  read.skip(HEADER - 24);
  const entries = Array.from({ length: tableCount }, () => readEntry(read));
  const data = byteReader(brotliDecompressSync(file.subarray(read.at(), read.at() + packedLength)));
  const tables = entries.map(({ tag, length }): Table => ({ tag, bytes: data.take(length) }));
  return writeFont(flavour, withGlyphs(tables, entries));
}

interface Entry {
  tag: string;
  length: number;
  isTransformed: boolean;
}

function readEntry(read: ByteReader): Entry {
  const flags = read.u8();
  const tag = (flags & 63) === 63 ? read.take(4).toString("latin1") : (TAGS[flags & 63] ?? "");
  const length = read.base128();
  const isOutline = tag === "glyf" || tag === "loca";
  const isTransformed = isOutline ? flags >> 6 === 0 : flags >> 6 !== 0;
  if (isTransformed && !isOutline)
    throw new Error(`the table ${tag} is packed in a way that is not read here`);
  return { tag, length: isTransformed ? read.base128() : length, isTransformed };
}

function withGlyphs(tables: readonly Table[], entries: readonly Entry[]): Table[] {
  const packed = tables.find(({ tag }) => tag === "glyf");
  if (!packed || !entries.some(({ tag, isTransformed }) => tag === "glyf" && isTransformed))
    return [...tables];
  const { glyf, loca } = untransformGlyphs(packed.bytes);
  return tables.map(({ tag, bytes }) => {
    if (tag === "glyf") return { tag, bytes: glyf };
    if (tag === "loca") return { tag, bytes: loca };
    if (tag !== "head") return { tag, bytes };
    const head = Buffer.from(bytes);
    head.writeInt16BE(1, LOCA_FORMAT);
    return { tag, bytes: head };
  });
}

/** Offsets alone matter to who reads it: no checksums are written. */
function writeFont(flavour: number, tables: readonly Table[]): Buffer {
  const sorted = tables.toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
  const directory = Buffer.alloc(12 + 16 * sorted.length);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  directory.writeUInt32BE(flavour, 0);
  directory.writeUInt16BE(sorted.length, 4);
  directory.writeUInt16BE(power * 16, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE((sorted.length - power) * 16, 10);
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  for (const [index, { tag, bytes }] of sorted.entries()) {
    const at = 12 + 16 * index;
    directory.write(tag, at, "latin1");
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(bytes.length, at + 12);
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4);
    parts.push(bytes, padding);
    offset += bytes.length + padding.length;
  }
  return Buffer.concat(parts);
}
