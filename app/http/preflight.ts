const OPEN_DATA = /\.(?:json|csv|atom)$/;

/** What may be asked of an address; on open data also to scripts of other sites, whatever headers they add. */
export function answerPreflight(pathname: string, allow: string): Response {
  const cors = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
  };
  return new Response(null, {
    status: 204,
    headers: { Allow: allow, ...(OPEN_DATA.test(pathname) ? cors : {}) },
  });
}
