import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireDevelopment } from "#app/http/require-development.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  requireDevelopment(context);
  const mails = await listMailbox(context.db.read, context.keyring);
  return Response.json(
    mails.map(({ id, to, subject, text, html, createdAt }) => ({
      id,
      to,
      subject,
      text,
      html,
      createdAt: new Date(createdAt).toISOString(),
    })),
  );
}
