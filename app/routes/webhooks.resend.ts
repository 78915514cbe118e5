import type { ActionFunctionArgs } from "@remix-run/node";
import { answerResend } from "#app/http/resend-webhook.server.ts";

export function loader(): Response {
  return new Response("Resend posts its events here.\n", { status: 405, headers: { Allow: "POST" } });
}

export function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  return answerResend(context, request);
}
