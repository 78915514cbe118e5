import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { ImportFault } from "../import-fault.ts";
import { decodeText } from "./decode-text.ts";

/** A file as text, by the name that messages call it. */
export interface TextFile {
  name: string;
  text: string;
}

/** Larger than any list of people or places; postcodes are streamed and do not pass here. */
const MAX_BYTES = 200 * 1024 * 1024;

/**
 * Reads a file, gzipped or not, or every file of a folder whose name ends in one of `endings`.
 * @throws ImportFault when there is none, or one is empty, cut short, packed otherwise or not UTF-8.
 */
export function openTextFiles(path: string, endings: readonly string[]): TextFile[] {
  return listFiles(path, endings).map((file) => {
    const name = basename(file);
    if (statSync(file).size > MAX_BYTES)
      throw new ImportFault(`${name} is larger than any such list can be.`);
    return { name, text: decodeText(unpack(readFileSync(file), name), name) };
  });
}

/** The file itself, or the files of a folder, by name. @throws ImportFault when there is nothing. */
export function listFiles(path: string, endings: readonly string[]): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new ImportFault(`There is no file ${path}.`);
  if (!found.isDirectory()) return [path];
  const files = readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => endings.some((ending) => name.toLowerCase().endsWith(ending)))
    .sort();
  if (files.length === 0)
    throw new ImportFault(`The folder ${path} has no file that ends in ${endings.join(", ")}.`);
  return files.map((name) => join(path, name));
}

function unpack(bytes: Buffer, name: string): Uint8Array {
  if (bytes.length === 0) throw new ImportFault(`${name} is empty.`);
  const plain = isGzip(bytes) ? gunzip(bytes, name) : bytes;
  refusePacked(plain, name);
  return plain;
}

/** Whether the bytes begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** @throws ImportFault for archives, workbooks and web pages under the name of a data file. */
export function refusePacked(bytes: Uint8Array, name: string): void {
  const start = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  if (start.startsWith("PK"))
    throw new ImportFault(`${name} is a zip archive or a workbook. Unpack it, or save it as CSV UTF-8.`);
  if (/^\s*<(!doctype|html|\?xml)/i.test(start))
    throw new ImportFault(`${name} is a web page, not data: the download went wrong.`);
}

function gunzip(bytes: Buffer, name: string): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES });
  } catch {
    throw new ImportFault(`${name} is a gzip file that breaks off or is damaged. Get it anew.`);
  }
}
