import type { Reader } from "#db/database.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { listPublicVersions } from "../campaign/former-texts.server.ts";
import type { OlderVersion } from "./older-versions.ts";
import { listVersionCounts } from "./version-counts.server.ts";

/**
 * How many have signed versions of a letter that are no longer the present one, numbered as the public has seen them:
 * what was changed before it was published makes no version. None for a petition.
 */
export async function listOlderVersions(
  read: Reader,
  campaign: { id: string; kind: CampaignKind; textVersion: number },
): Promise<OlderVersion[]> {
  if (campaign.kind !== "letter") return [];
  const [counts, published] = await Promise.all([
    listVersionCounts(read, campaign),
    listPublicVersions(read, campaign.id),
  ]);
  return counts
    .filter(({ version }) => version < campaign.textVersion)
    .map(({ version, count }) => ({
      ordinal: published.filter((one) => one < version).length + 1,
      count,
    }));
}
