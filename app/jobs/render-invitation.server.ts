import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders the mail that asks somebody to help run a campaign. */
export async function renderInvitation(_context: WorkerContext, rowId: string): Promise<Prepared> {
  throw new Error(`no mail is made for ${rowId} yet`);
}
