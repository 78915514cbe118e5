import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { createGunzip } from "node:zlib";
import { ImportFault } from "../import-fault.ts";
import { decodeText } from "../read/decode-text.ts";
import { isGzip, refusePacked } from "../read/open-file.ts";

/** A line of a large file, split at its commas. */
export interface Line {
  number: number;
  fields: string[];
}

/** Some lines, and how many bytes of the file (as it lies there) have been read. */
export interface LineBatch {
  lines: Line[];
  bytesRead: number;
}

const SNIFFED_BYTES = 4096;

/**
 * Streams a file of one record a line, gzipped or not, whatever its size.
 * @throws ImportFault at the line that is not UTF-8, has a quote that is not closed, or breaks off.
 */
export async function* readLines(path: string, { isWhole }: { isWhole: boolean }): AsyncGenerator<LineBatch> {
  const name = basename(path);
  const isPacked = sniff(path, name);
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const gunzip = isPacked ? createGunzip({ chunkSize: 256 * 1024 }) : undefined;
  if (gunzip) file.on("error", (error) => gunzip.destroy(error)).pipe(gunzip);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  let number = 0;
  const split = (texts: readonly string[]): Line[] =>
    texts.flatMap((text) => {
      number += 1;
      return text === "" ? [] : [{ number, fields: splitFields(text, `${name}: row ${number}`) }];
    });
  try {
    for await (const chunk of gunzip ?? file) {
      const parts = (rest + decode(decoder, Buffer.from(chunk), name, number)).split(/\r?\n/);
      rest = parts.pop() ?? "";
      const lines = split(parts);
      if (lines.length > 0) yield { lines, bytesRead: file.bytesRead };
    }
  } catch (fault) {
    if (fault instanceof ImportFault) throw fault;
    if (isPacked) throw new ImportFault(`${name} is a gzip file that breaks off or is damaged. Get it anew.`);
    throw fault;
  } finally {
    file.destroy();
  }
  if (rest === "") return;
  if (!isWhole)
    throw new ImportFault(
      `${name}: its last row, row ${number + 1}, has no line end, so the file may be cut short. If it is whole, add --whole.`,
    );
  yield { lines: split([rest]), bytesRead: file.bytesRead };
}

function decode(decoder: TextDecoder, bytes: Buffer, name: string, line: number): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    throw new ImportFault(`${name} is not UTF-8: a byte soon after row ${line} is none. Save it as UTF-8.`);
  }
}

/** Looks at the first bytes: UTF-16, archives and web pages are told by them. Says whether it is gzipped. */
function sniff(path: string, name: string): boolean {
  const start = Buffer.alloc(SNIFFED_BYTES);
  const handle = openSync(path, "r");
  const read = readSync(handle, start, 0, SNIFFED_BYTES, 0);
  closeSync(handle);
  const bytes = start.subarray(0, read);
  if (read === 0) throw new ImportFault(`${name} is empty.`);
  if (isGzip(bytes)) return true;
  refusePacked(bytes, name);
  // Only what lies before the last line end: a letter may be cut at the end of what was read.
  decodeText(bytes.subarray(0, bytes.lastIndexOf(10) + 1), name);
  return false;
}

function splitFields(line: string, where: string): string[] {
  if (!line.includes('"')) return line.split(",");
  const fields: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (let at = 0; ; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const found = pattern.exec(line);
    if (!found)
      throw new ImportFault(`${where} has a quote that is never closed: the file breaks off, or is damaged.`);
    fields.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? "").trim());
    if (found[3] === "") return fields;
  }
}
