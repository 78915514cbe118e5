import { type Draft, findDraft } from "../domain/campaign/drafts.server.ts";
import type { RequestContext } from "./context.ts";

/** What is written is nobody's to find. */
export const NOT_INDEXED = { "X-Robots-Tag": "noindex, nofollow" };

/**
 * The draft of a link's token.
 *
 * @throws Response 404 for a link that is nobody's, and once the draft has begun or run out
 */
export async function requireDraft(
  context: Pick<RequestContext, "db" | "keyring">,
  token = "",
): Promise<Draft> {
  const draft = await findDraft(context, token);
  if (!draft) throw new Response(null, { status: 404 });
  return draft;
}
