import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export type Encoding = "br" | "gzip" | "identity";

/** Below this nothing is gained: it fits one packet anyway. */
const WORTH_IT_BYTES = 1_000;
const TEXT = /^(?:text\/|image\/svg\+xml|application\/(?:json|javascript|xml|[\w.-]+\+(?:json|xml)))/;
/** Browsers send few kinds of `Accept-Encoding`; anything may come, so only so many are remembered. */
const REMEMBERED = 200;
const remembered = new Map<string, Encoding>();

/** True for what compression makes smaller, and so what `Vary` must speak of. */
export function isCompressible(contentType: string | null): boolean {
  return contentType !== null && TEXT.test(contentType);
}

/** The encoding to answer an `Accept-Encoding` with: Brotli before gzip, of those that it does not refuse. */
export function preferredEncoding(acceptEncoding = ""): Encoding {
  const known = remembered.get(acceptEncoding);
  if (known) return known;
  const accepted = acceptedEncodings(acceptEncoding);
  const encoding = accepted.has("br") ? "br" : accepted.has("gzip") ? "gzip" : "identity";
  if (remembered.size < REMEMBERED) remembered.set(acceptEncoding, encoding);
  return encoding;
}

/** A body packed; undefined where it goes as it is. Brotli 5: as quick as gzip, a tenth smaller. */
export async function compress(body: Buffer, encoding: Encoding): Promise<Buffer | undefined> {
  if (body.length < WORTH_IT_BYTES || encoding === "identity") return undefined;
  if (encoding === "gzip") return zip(body, { level: 6 });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return brotli(body, { params });
}

function acceptedEncodings(header: string): Set<string> {
  const named = header.split(",").map((part) =>
    part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/),
  );
  return new Set(
    named.filter(([, weight]) => !/^q=0(?:\.0*)?$/.test(weight ?? "")).map(([name = ""]) => name),
  );
}
