/** What a request asks for, or the status that refuses it before anything looks at it. */
export type Target = { ok: true; url: URL } | { ok: false; status: 400 | 404 };

/**
 * Reads the first line's target against the site's own origin. A path that cannot be decoded, or holds a NUL, is
 * unreadable; one with an empty segment (`//elsewhere.example`) is no page and must never become a redirect.
 */
export function readTarget(raw: string | undefined, origin: string): Target {
  const target = raw ?? "/";
  const path = target.startsWith("/") ? target : pathOfAbsolute(target);
  if (path === undefined) return { ok: false, status: 400 };
  if (/^[/\\]{2}/.test(path)) return { ok: false, status: 404 };
  if (!URL.canParse(path, origin)) return { ok: false, status: 400 };
  const url = new URL(path, origin);
  if (!isDecodable(url.pathname) || /%00/.test(url.pathname + url.search)) return { ok: false, status: 400 };
  if (url.pathname.includes("//")) return { ok: false, status: 404 };
  return { ok: true, url };
}

/** Where the same page is without the slash at its end, or undefined where there is none. */
export function withoutTrailingSlash(url: URL): string | undefined {
  if (url.pathname === "/" || !url.pathname.endsWith("/")) return undefined;
  return url.pathname.slice(0, -1) + url.search;
}

/** Proxies may send `GET http://host/path`; the host in it is not believed. */
function pathOfAbsolute(target: string): string | undefined {
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return undefined;
  const { pathname, search } = new URL(target);
  return pathname + search;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
