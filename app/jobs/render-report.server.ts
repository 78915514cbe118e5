import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders the answer to somebody who reported something. */
export async function renderReport(_context: WorkerContext, rowId: string): Promise<Prepared> {
  throw new Error(`no mail is made for ${rowId} yet`);
}
