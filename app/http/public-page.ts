import { readSessionCookie } from "./session-cookie.ts";

/** Pages that are the same for everybody who asks. What is not named here is never kept. */
const PUBLIC =
  /^\/(?:$|(?:petitions(?!\/near(?:\/|$))|letters|councils|constituencies|representatives|groups|updates)(?:[/.]|$)|stories(?!\/(?:new|tell)(?:\/|$))(?:[/.]|$)|(?:about|privacy|terms|accessibility)(?:\/|$))/;

/**
 * What public pages say of being kept elsewhere: a browser asks each time and is told in a few bytes that nothing
 * has changed; whatever stands between may give a page out for a second, and a while longer while it fetches the next.
 */
export const PUBLIC_RULE = "public, max-age=0, s-maxage=1, stale-while-revalidate=5";

/** Whether an answer to a request may be kept and given to others: a public address, asked for by nobody in particular. */
export function isPublicRequest(
  pathname: string,
  headers: { cookie?: string; authorization?: string },
  isProduction: boolean,
): boolean {
  return PUBLIC.test(pathname) && headers.authorization === undefined && !hasSession(headers, isProduction);
}

/** Whether a request comes from somebody signed in. */
export function hasSession({ cookie }: { cookie?: string }, isProduction: boolean): boolean {
  return cookie !== undefined && readSessionCookie(cookie, isProduction) !== undefined;
}
