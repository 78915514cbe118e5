import { createHash } from "node:crypto";
import { compress, type Encoding, isCompressible, preferredEncoding } from "./compress.server.ts";
import { PUBLIC_RULE } from "./public-page.ts";

/** One form in which a page goes out: its headers, name and value in turn, and its bytes. */
export interface Form {
  headers: string[];
  bytes: Buffer;
}

/** A finished page, in each form that somebody has asked for. */
export interface KeptPage {
  etag: string;
  /** How much memory it takes, about. */
  size: number;
  /** The form for an `Accept-Encoding`; a promise only the first time that it is asked for. */
  formFor(acceptEncoding: string | undefined): Form | Promise<Form>;
  /** What is said where the client has this very page already. */
  unchanged: string[];
}

/**
 * Makes a page that can be given out again and again, or undefined of an answer that may not: of another status,
 * with a cookie, or said to be private. `everywhere` are the headers of all responses, which its own replace.
 */
export async function keepPage(
  response: Response,
  everywhere: Readonly<Record<string, string>>,
): Promise<KeptPage | undefined> {
  const rule = response.headers.get("Cache-Control") ?? PUBLIC_RULE;
  if (response.status !== 200 || response.headers.has("Set-Cookie") || /private|no-store/.test(rule))
    return undefined;
  const body = Buffer.from(await response.arrayBuffer());
  const etag = `W/"${createHash("sha1").update(body).digest("base64url").slice(0, 22)}"`;
  const isText = isCompressible(response.headers.get("Content-Type"));
  const given = new Map(Object.entries(everywhere).map(([name, value]) => [name.toLowerCase(), value]));
  for (const [name, value] of response.headers) given.set(name, value);
  given.set("cache-control", rule);
  given.set("etag", etag);
  if (isText) given.set("vary", "Accept-Encoding");
  const common = [...given].flat();
  const forms = new Map<Encoding, Form | Promise<Form>>();

  async function makeForm(encoding: Encoding): Promise<Form> {
    const packed = encoding === "identity" || !isText ? undefined : await compress(body, encoding);
    const bytes = packed ?? body;
    const extra = ["Content-Length", String(bytes.length)];
    const headers = [...common, ...(packed ? ["Content-Encoding", encoding] : []), ...extra];
    const form = { headers, bytes };
    forms.set(encoding, form);
    return form;
  }

  return {
    etag,
    size: body.length * 2,
    formFor(acceptEncoding) {
      const encoding = preferredEncoding(acceptEncoding);
      const found = forms.get(encoding) ?? makeForm(encoding);
      forms.set(encoding, found);
      return found;
    },
    unchanged: common.filter((_, index) => !/^content-/.test(common[index - (index % 2)] ?? "")),
  };
}
