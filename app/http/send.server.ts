import type { IncomingMessage, ServerResponse } from "node:http";
import { cacheControl } from "./cache-rule.ts";
import { compress, isCompressible } from "./compress.server.ts";

/**
 * Sends a finished response: cache rule, compression, and the headers that `res` has already been given unless the
 * response brings its own. Bodies are whole in memory: pages are finished before the first byte goes.
 */
export async function send(
  response: Response,
  to: { req: IncomingMessage; res: ServerResponse; pathname: string },
): Promise<void> {
  const { req, res, pathname } = to;
  const body = response.body === null ? undefined : Buffer.from(await response.arrayBuffer());
  res.statusCode = response.status;
  for (const [name, value] of response.headers) if (name !== "set-cookie") res.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) res.setHeader("Set-Cookie", cookies);
  res.setHeader("Cache-Control", cacheControl(pathname, response.headers.get("Cache-Control")));
  if (isCompressible(response.headers.get("Content-Type"))) {
    res.appendHeader("Vary", "Accept-Encoding");
    const packed = body && (await compress(body, req.headers["accept-encoding"]));
    if (packed) {
      res.setHeader("Content-Encoding", packed.encoding);
      res.setHeader("Content-Length", packed.bytes.length);
      res.end(packed.bytes);
      return;
    }
  }
  if (body) res.setHeader("Content-Length", body.length);
  res.end(body);
}
