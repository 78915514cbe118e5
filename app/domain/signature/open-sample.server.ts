import { SAMPLE_SIZE } from "#app/policy.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { runsCampaign } from "../moderation/moderator.server.ts";
import type { Site } from "../site.ts";
import type { BatchSelection } from "./batch-selection.ts";
import { openNewest } from "./select-batch.server.ts";

/** One signature of a sample, as a moderator reads it. */
export interface SampledSignature {
  name: string;
  email: string;
  signedAt: number;
}

/**
 * Opens the newest of a selection for a moderator, 20 at most, and writes down in the same transaction who looked;
 * the log says how many, never whose they are.
 */
export async function openSample(
  site: Site,
  {
    campaignId,
    selection,
    moderatorId,
  }: { campaignId: string; selection: BatchSelection; moderatorId: string },
  now: number,
): Promise<SampledSignature[] | "own_campaign"> {
  return site.db.transaction("open sample", async (tx) => {
    if (await runsCampaign(tx, campaignId, moderatorId)) return "own_campaign";
    const asked = { campaignId, selection, limit: SAMPLE_SIZE };
    const opened = await openNewest(tx, site.keyring, asked);
    const detail = String(opened.length);
    await appendAudit(
      tx,
      { accountId: moderatorId, action: "open_signatures", subject: campaignId, detail },
      now,
    );
    return opened.map(({ name, email, createdAt }) => ({ name, email, signedAt: createdAt }));
  });
}
