import type { IncomingMessage, ServerResponse } from "node:http";
import { cacheControl } from "./cache-rule.ts";
import { compress, isCompressible, preferredEncoding } from "./compress.server.ts";
import type { Form, KeptPage } from "./kept-page.server.ts";

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
  // Where there is no time even to answer, there is none to pack the answer.
  if (response.status !== 503 && isCompressible(response.headers.get("Content-Type"))) {
    res.appendHeader("Vary", "Accept-Encoding");
    const encoding = preferredEncoding(req.headers["accept-encoding"]);
    const packed = body && (await compress(body, encoding));
    if (packed) {
      res.setHeader("Content-Encoding", encoding);
      res.setHeader("Content-Length", packed.length);
      res.end(packed);
      return;
    }
  }
  if (body) res.setHeader("Content-Length", body.length);
  res.end(body);
}

/**
 * Sends a kept page, or says that the client has this very one. Nothing is worked out that was worked out before; it
 * waits for nothing either, save for the first who asks for a page in one of its forms.
 */
export function sendKept(
  page: KeptPage,
  { req, res }: { req: IncomingMessage; res: ServerResponse },
): Promise<void> | undefined {
  const { headers } = req;
  if (hasIt(headers["if-none-match"], page.etag)) {
    res.writeHead(304, page.unchanged).end();
    return undefined;
  }
  const found = page.formFor(headers["accept-encoding"]);
  if (found instanceof Promise) return found.then((form) => sendForm(form, res));
  sendForm(found, res);
  return undefined;
}

function sendForm({ headers, bytes }: Form, res: ServerResponse): void {
  res.writeHead(200, headers).end(bytes);
}

function hasIt(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch === "*" || ifNoneMatch.split(",").some((one) => one.trim() === etag);
}
