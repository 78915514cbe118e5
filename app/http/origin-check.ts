import type { IncomingHttpHeaders } from "node:http";
import { readSessionCookie } from "./session-cookie.ts";

/** Where our own forms come from. */
export interface OwnOrigin {
  appUrl: string;
  /** The port this process listens on; on it the loopback names count as ours outside production. */
  port: number | undefined;
  isProduction: boolean;
}

const LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/**
 * True where a POST comes from one of our own pages: the browser says so, or names our origin; or, without a
 * session to misuse, says nothing at all, as programs do.
 */
export function isFromOurPages(headers: IncomingHttpHeaders, own: OwnOrigin): boolean {
  const site = headers["sec-fetch-site"];
  const { origin } = headers;
  if (site === "same-origin" || site === "none") return true;
  if (origin !== undefined) return ourOrigins(own).includes(origin);
  return site === undefined && readSessionCookie(headers.cookie, own.isProduction) === undefined;
}

function ourOrigins({ appUrl, port, isProduction }: OwnOrigin): string[] {
  if (isProduction || port === undefined) return [appUrl];
  return [appUrl, ...LOOPBACK_HOSTS.map((host) => new URL(`http://${host}:${port}`).origin)];
}
