import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCaptured } from "#app/http/require-captured.server.ts";

/** The mail's own styles and nothing else; its links open in place of the page around it. */
const HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "sandbox allow-top-navigation-by-user-activation",
  ].join("; "),
  "X-Frame-Options": "SAMEORIGIN",
};

export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const { html } = await requireCaptured(context, params.id);
  return new Response(html.replace(/<head[^>]*>/i, '$&<base target="_top">'), { headers: HEADERS });
}
