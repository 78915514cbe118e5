import type { Campaign, ListedCampaign } from "../../domain/campaign/queries.server.ts";
import { reasonWords } from "../../domain/moderation/reasons.ts";
import { type PublishedPlaces, placesAttributes } from "./places-json.ts";

/** The path of a campaign's page; its open data stands under the same one. */
export function campaignPath({ kind, slug }: Pick<ListedCampaign, "kind" | "slug">): string {
  return `/${kind === "petition" ? "petitions" : "letters"}/${slug}`;
}

/**
 * What lists tell of a campaign. Names are the UK Parliament's where the thing is the same (`action` is the title,
 * `creator_name` the organiser), else ours.
 */
export function campaignAttributes(campaign: ListedCampaign) {
  return {
    action: campaign.title,
    state: campaign.state,
    signature_count: campaign.signatureCount,
    goal: campaign.goal,
    created_at: iso(campaign.createdAt),
    opened_at: iso(campaign.openedAt),
    closed_at: iso(campaign.closedAt),
    closes_on: campaign.closesOn,
    rejection:
      campaign.state === "rejected" ? { code: campaign.reason, details: reasonWords(campaign.reason) } : null,
    creator_name: campaign.organiserName,
    number: campaign.number,
    slug: campaign.slug,
    body: { kind: campaign.bodyKind, name: campaign.bodyName, ons_code: campaign.bodyGss || null },
    language: campaign.language,
    demonstration: campaign.isDemonstration,
  };
}

/** All that open data tells of one campaign: its live total, and the published counts by place. */
export function campaignJson(
  campaign: Campaign,
  { appUrl, signatureCount, places }: { appUrl: string; signatureCount: number; places: PublishedPlaces },
) {
  const { action, ...others } = campaignAttributes({ ...campaign, signatureCount });
  return {
    links: { self: `${appUrl}${campaignPath(campaign)}.json` },
    data: {
      type: campaign.kind,
      id: campaign.number,
      attributes: {
        action,
        background: campaign.why,
        additional_details: campaign.more,
        ...others,
        asks: campaign.asks.map(({ text, outcome, outcomeOn }) => ({
          text,
          outcome,
          outcome_on: outcomeOn || null,
        })),
        ...placesAttributes(places),
      },
    },
  };
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
