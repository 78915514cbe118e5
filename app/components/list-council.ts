import type { CampaignKind } from "#db/tables/campaign.ts";
import { kindWords } from "./kind-words.ts";

interface Council {
  name: string;
  kind: string;
  otherTier: readonly { name: string }[];
}

/** Whom the campaigns of one council's list are addressed to: it and, where a place has two tiers, the other. */
export function councilWords({ name, kind, otherTier }: Council): string {
  const [other] = otherTier;
  if (!other) return name;
  return kind === "county" ? `${name} or a district council in it` : `${name} or ${other.name}`;
}

/** Why campaigns to another council stand in the list too; blank where there is one tier. */
export function tierWords({ name, kind, otherTier }: Council, listed: CampaignKind): string {
  const { many } = kindWords(listed);
  const [other] = otherTier;
  if (!other) return "";
  return kind === "county"
    ? `${name} runs schools and special needs support. Its ${otherTier.length} district councils run things like housing and bins, so ${many} to them are here too.`
    : `${other.name} runs schools and special needs support here, so ${many} to it are here too.`;
}
