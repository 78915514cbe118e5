/** No scripts, nothing from elsewhere, no frame; styles, pictures, fonts and forms of our own. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  // Nothing of ours connects anywhere; what checks a page from within it may read our robots.txt.
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

/** For the few pages that talk to a passkey: the same, and scripts that are files of our own. Nothing inline. */
export const OWN_SCRIPTS_POLICY = {
  "Content-Security-Policy": `${CONTENT_SECURITY_POLICY}; script-src 'self'`,
};

/**
 * Headers of every response. A response that brings its own of one name keeps it.
 * `same-origin` as referrer, for `no-referrer` makes a form's post come from `Origin: null`.
 */
export function securityHeaders(isProduction: boolean): Record<string, string> {
  return {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    ...(isProduction ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
