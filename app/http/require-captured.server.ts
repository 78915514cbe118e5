import { findCaptured } from "../jobs/mailbox.server.ts";
import type { RequestContext } from "./context.ts";
import { requireDevelopment } from "./require-development.ts";

/** A mail of the mailbox, outside production. @throws Response 404 */
export async function requireCaptured(
  context: Pick<RequestContext, "db" | "keyring" | "settings">,
  id = "",
): Promise<NonNullable<Awaited<ReturnType<typeof findCaptured>>>> {
  requireDevelopment(context);
  const mail = await findCaptured(context.db.read, context.keyring, id);
  if (!mail) throw new Response(null, { status: 404 });
  return mail;
}
