import type { Site } from "../site.ts";
import { beginDraft } from "./begin-draft.server.ts";

/**
 * Begins a draft for somebody who is signed in with the very address that was typed into it. `prove_address` where
 * nobody is, or with another address: then a mailed link has to prove it first.
 */
export async function beginOwnDraft(
  site: Site,
  { campaignId, accountId }: { campaignId: string; accountId: string | undefined },
  now: number,
): Promise<{ number: number } | "prove_address"> {
  if (accountId === undefined) return "prove_address";
  const begun = await site.db.transaction("begin own draft", (tx) =>
    beginDraft(tx, site, { campaignId, accountId }, now),
  );
  return begun ?? "prove_address";
}
