import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCaptured } from "#app/http/require-captured.server.ts";

/** The mail's own styles, and links to follow; nothing else. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The HTML part of a captured mail, as a mail program shows it. */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const { html } = await requireCaptured(context, params.id);
  return new Response(html, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY },
  });
}
