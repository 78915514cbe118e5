import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

/** Lines of a gzipped file, some hundred at a time, with the share of the compressed file read so far in bytes. */
export type LineBatch = { lines: string[]; bytesRead: number };

/**
 * Streams a gzipped text file in batches of lines; the header is checked and left out.
 * @throws when the first line is not `header`.
 */
export async function* gzipLines(path: string, header: string): AsyncGenerator<LineBatch> {
  const file = createReadStream(path);
  const text = createGunzip({ chunkSize: 256 * 1024 });
  file.on("error", (error) => text.destroy(error));
  file.pipe(text);
  text.setEncoding("utf8");
  let rest = "";
  let isFirst = true;
  try {
    for await (const chunk of text) {
      const lines = (rest + String(chunk)).split("\n");
      rest = lines.pop() ?? "";
      if (isFirst && lines.length > 0) {
        const found = lines.shift();
        if (found !== header) throw new Error(`${path}: header is "${found}", expected "${header}"`);
        isFirst = false;
      }
      if (lines.length > 0) yield { lines, bytesRead: file.bytesRead };
    }
    if (rest !== "") yield { lines: [rest], bytesRead: file.bytesRead };
  } finally {
    file.destroy();
  }
}
