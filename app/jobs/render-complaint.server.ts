import type { ComplaintTemplate } from "../domain/mail/mail-template.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders a mail about a request to take a passage down, to whoever made it or to the author. */
export async function renderComplaint(
  _context: WorkerContext,
  template: ComplaintTemplate,
  rowId: string,
): Promise<Prepared> {
  throw new Error(`no ${template} is made for ${rowId} yet`);
}
