import { v7 } from "uuid";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import type { Site } from "../site.ts";
import { findAppealable } from "./appealable.server.ts";
import { appealText } from "./appeals.server.ts";
import { runsCampaign } from "./moderator.server.ts";

/**
 * An organiser asks that another moderator look again at the rejection or hiding of their campaign; once for each
 * decision. `nothing_to_appeal` where it is neither rejected nor hidden.
 */
export async function appealDecision(
  site: Pick<Site, "db" | "keyring">,
  { campaignId, accountId, words }: { campaignId: string; accountId: string; words: string },
  now: number,
): Promise<"appealed" | "nothing_to_appeal" | "already_appealed" | "not_organiser"> {
  return site.db.transaction("appeal", async (tx) => {
    const { appeals } = tx.tables;
    if (!(await runsCampaign(tx, campaignId, accountId))) return "not_organiser";
    const campaign = await holdCampaign(tx, campaignId);
    const decision = campaign && (await findAppealable(tx, campaign));
    if (!decision) return "nothing_to_appeal";
    const id = v7({ msecs: now });
    const added = await tx
      .insert(appeals)
      .values({
        ...{ id, publicId: newPublicId(), campaignId, moveId: decision.moveId, accountId, state: "waiting" },
        words: site.keyring.seal(appealText(id, "words"), words),
        ...{ note: "", createdAt: now, settledAt: null, settledBy: "" },
      })
      .onConflictDoNothing({ target: appeals.moveId })
      .returning({ id: appeals.id });
    return added.length > 0 ? "appealed" : "already_appealed";
  });
}
