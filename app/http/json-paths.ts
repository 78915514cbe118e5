/** True where an error is for a program to read: an address of open data, of a webhook, or a client that reads only JSON. */
export function prefersJson(pathname: string, accept: string | undefined): boolean {
  if (/\.json$|^\/webhooks\//.test(pathname)) return true;
  return accepts(accept, "application/json") && !accepts(accept, "text/html");
}

/** The address that answers in JSON what a page shows, for the one page that does both. */
export function withJsonTwin(url: URL, accept: string | undefined): URL {
  if (url.pathname !== "/dev/clock" || !prefersJson(url.pathname, accept)) return url;
  return new URL(`/dev/clock.json${url.search}`, url);
}

function accepts(accept: string | undefined, type: string): boolean {
  return (accept ?? "").toLowerCase().includes(type);
}
