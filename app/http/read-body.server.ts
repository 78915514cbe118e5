import type { IncomingMessage } from "node:http";

/** A body larger than this many times the limit, or than this, is not even thrown away politely: its connection ends. */
const PATIENCE = 64;
const LONGEST_PATIENCE = 64 * 1024 * 1024;

/** Reads a body of at most `limit` bytes, by its announced length and by counting. */
export function readBody(
  req: IncomingMessage,
  limit: number,
): Promise<Buffer<ArrayBuffer> | "too_large" | "aborted"> {
  if (Number(req.headers["content-length"] ?? 0) > limit) {
    discard(req, limit);
    return Promise.resolve("too_large");
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    function collect(chunk: Buffer): void {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return;
      }
      req.off("data", collect);
      discard(req, limit);
      resolve("too_large");
    }
    req.on("data", collect);
    req.once("end", () => resolve(Buffer.concat(chunks)));
    req.once("error", () => resolve("aborted"));
    req.once("close", () => resolve("aborted"));
  });
}

/** Reads on and forgets, so that the sender, who reads the answer only after sending, gets it. */
function discard(req: IncomingMessage, limit: number): void {
  const most = Math.min(limit * PATIENCE, LONGEST_PATIENCE);
  let size = 0;
  req.on("error", () => {});
  req.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > most) req.socket.destroy();
  });
}
