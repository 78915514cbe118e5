import { createHash } from "node:crypto";
import { errorWords, STARTING } from "../error-words.ts";

/** What the server itself refuses with, before there is a page. */
export type RefusalStatus = 400 | 403 | 404 | 405 | 413 | 415 | 500 | 503;

/** Seconds after which a page of a site that is starting is asked for again. */
const RETRY_SECONDS = 5;

/** The site's colours in few words, for pages that must not depend on any other file. */
const STYLE = `
:root{color-scheme:light dark}
body{margin:0;background:#fdfaf4;color:#221a2c;font:1.125rem/1.55 system-ui,sans-serif}
main{max-width:38rem;margin:0 auto;padding:2rem 1.25rem}
p.mark{color:#5b2382;font-weight:700;font-size:1.3rem}
h1{font-size:1.8rem;line-height:1.2}
a{color:#5b2382;text-underline-offset:.15em}
a:focus-visible{outline:3px solid #8a5300;outline-offset:3px}
@media (prefers-color-scheme:dark){body{background:#17131c;color:#f3eef7}p.mark,a{color:#cfa6f0}a:focus-visible{outline-color:#f2b866}}
`;

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

/** The server's own answer where there is no page to give: a page that says what to do, or JSON to a program. */
export function refuse(status: RefusalStatus, options: { asJson: boolean; headers?: HeadersInit }): Response {
  const { title, whatToDo } = status === 503 ? STARTING : errorWords(status);
  const headers = new Headers(options.headers);
  if (status === 503) headers.set("Retry-After", String(RETRY_SECONDS));
  if (options.asJson) return Response.json({ status, error: title }, { status, headers });
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Security-Policy", POLICY);
  return new Response(page(status, title, whatToDo), { status, headers });
}

function page(status: RefusalStatus, title: string, whatToDo: string): string {
  const refresh = status === 503 ? `\n<meta http-equiv="refresh" content="${RETRY_SECONDS}">` : "";
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">${refresh}
<title>${title} – Hear Hear</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="mark">Hear Hear</p>
<h1>${title}</h1>
<p>${whatToDo}</p>
<p><a href="/">Home</a></p>
</main>
</body>
</html>
`;
}
