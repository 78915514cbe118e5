import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders the mail that lets somebody go on with a draft. */
export async function renderDraftLink(_context: WorkerContext, rowId: string): Promise<Prepared> {
  throw new Error(`no mail is made for ${rowId} yet`);
}
