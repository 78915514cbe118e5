/** `__Host-` ties the cookie to this host and to https; a browser takes it on a loopback address only without. */
const SECURE_NAME = "__Host-session";
const PLAIN_NAME = "session";

/** What the session cookie is called: over https it cannot be set from anywhere else. */
export function sessionCookieName(isProduction: boolean): string {
  return isProduction ? SECURE_NAME : PLAIN_NAME;
}

/** The token of the session cookie in a request's `Cookie` header, or undefined. */
export function readSessionCookie(
  header: string | null | undefined,
  isProduction: boolean,
): string | undefined {
  const name = sessionCookieName(isProduction);
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || undefined;
  }
  return undefined;
}

/** The `Set-Cookie` that begins a session, or ends it where there is no token. */
export function sessionCookie(token: string | undefined, expiresAt: number, isProduction: boolean): string {
  const parts = [
    `${sessionCookieName(isProduction)}=${token ?? ""}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
    `Expires=${new Date(token === undefined ? 0 : expiresAt).toUTCString()}`,
  ];
  return [...parts, ...(isProduction ? ["Secure"] : [])].join("; ");
}
