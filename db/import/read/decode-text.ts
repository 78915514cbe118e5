import { ImportFault } from "../import-fault.ts";

const LINE_FEED = 10;

/** UTF-8 that was read as Windows-1252 and saved again: `Ã©` for é, `â€™` for an apostrophe. */
const TWICE_ENCODED = /Ã[\u0080-\u00bf]|â€[\u0098-\u201d™œ]/u;

/**
 * The text of a file in UTF-8, without the byte-order mark that some programs put first.
 * @throws ImportFault that names the encoding, where it can be told, and the line.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  if (isUtf16(bytes))
    throw new ImportFault(
      `${name} is in UTF-16. Save it as UTF-8 (in Excel: "CSV UTF-8"), or run: iconv -f UTF-16 -t UTF-8`,
    );
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const { line, byte } = findBadByte(bytes);
    throw new ImportFault(
      `${name} is not UTF-8: row ${line} holds the byte 0x${byte.toString(16).toUpperCase()}, as Windows-1252 has it. ` +
        `Save it as UTF-8 (in Excel: "CSV UTF-8"), or run: iconv -f WINDOWS-1252 -t UTF-8`,
    );
  }
  refuseIf(text, "\u0000", name, "a zero byte: the file is damaged, or is not text");
  refuseIf(text, "\ufffd", name, "a letter that was lost when the file was saved in another encoding");
  refuseIf(
    text,
    "\ufeff",
    name,
    "a byte-order mark in its middle: two files were joined. Give them one by one",
  );
  const twice = TWICE_ENCODED.exec(text);
  if (twice)
    throw new ImportFault(
      `${name}: row ${lineAt(text, twice.index)} holds letters that were encoded twice ("${twice[0]}"). Get the file anew.`,
    );
  return text;
}

/** The line, from 1, in which a place of the text lies. */
export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < index; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

function refuseIf(text: string, found: string, name: string, words: string): void {
  const at = text.indexOf(found);
  if (at !== -1) throw new ImportFault(`${name}: row ${lineAt(text, at)} holds ${words}.`);
}

/** With a byte-order mark, or by the zeros that plain letters have in it. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = bytes.subarray(0, 400);
  const zeros = start.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  return start.length > 3 && zeros > start.length / 4;
}

function findBadByte(bytes: Uint8Array): { line: number; byte: number } {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed;
    const part = bytes.subarray(start, end);
    try {
      decoder.decode(part);
    } catch {
      return {
        line,
        byte: part.find((byte, at) => byte > 0x7f && !isWhole(part.subarray(0, at + 4), at)) ?? 0,
      };
    }
    start = end + 1;
  }
  return { line, byte: 0 };
}

/** Whether the letter that begins at this byte is whole UTF-8. */
function isWhole(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? 0;
  if (byte < 0xc2) return byte >= 0x80 && byte < 0xc0 && at > 0 && (bytes[at - 1] ?? 0) >= 0x80;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
  const rest = bytes.subarray(at + 1, at + length);
  return rest.length === length - 1 && rest.every((next) => next >= 0x80 && next < 0xc0);
}
