import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders a mail to one organiser about what has happened to their campaign. */
export async function renderOrganiserNotice(_context: WorkerContext, rowId: string): Promise<Prepared> {
  throw new Error(`no mail is made for ${rowId} yet`);
}
