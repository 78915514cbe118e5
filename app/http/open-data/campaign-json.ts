import { publicCampaignPath } from "../../domain/campaign/campaign-path.ts";
import type { Campaign, ListedCampaign } from "../../domain/campaign/queries.server.ts";
import { reasonWords } from "../../domain/moderation/reasons.ts";
import type { VersionCount } from "../../domain/open-letter/version-counts.server.ts";
import type { ShownAnswer } from "../../domain/response/shown-answers.server.ts";

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

/** What closes the attributes of a campaign, its data and the whole. */
const END = "}}}";

/**
 * All that open data tells of one campaign, as the bytes of its JSON: its live total, and the published counts by place,
 * which come as the bytes of an object of their own and go in as they are.
 */
export function campaignJson(
  campaign: Campaign,
  {
    appUrl,
    signatureCount,
    places,
    answers,
    versions = [],
    paperCount = 0,
  }: {
    appUrl: string;
    signatureCount: number;
    places: Uint8Array<ArrayBuffer>;
    answers: readonly ShownAnswer[];
    versions?: readonly VersionCount[];
    /** Kept apart: nobody has confirmed them. */
    paperCount?: number;
  },
): Uint8Array<ArrayBuffer> {
  const { action, ...others } = campaignAttributes({ ...campaign, signatureCount });
  const text = JSON.stringify({
    links: { self: `${appUrl}${publicCampaignPath(campaign)}.json` },
    data: {
      type: campaign.kind,
      id: campaign.number,
      attributes: {
        action,
        background: campaign.why,
        additional_details: campaign.more,
        ...others,
        paper_signature_count: paperCount,
        asks: campaign.asks.map(({ text, outcome, outcomeOn }) => ({
          text,
          outcome,
          outcome_on: outcomeOn || null,
        })),
        responses: answers.map((answer) => answerJson(answer, appUrl)),
        ...(campaign.kind === "letter"
          ? { text_version: campaign.textVersion, signatures_by_version: versions.map(versionJson) }
          : {}),
      },
    },
  });
  const head = Buffer.from(text.slice(0, -END.length));
  return Buffer.concat([head, Buffer.from(","), places.subarray(1, -1), Buffer.from(END)]);
}

/** Who signed which text of a letter; the present one is the campaign's `text_version`. */
function versionJson({ version, count }: VersionCount) {
  return { version, signature_count: count };
}

/** An answer as everybody reads it; `ask` is null where it is to the campaign as a whole. */
function answerJson(answer: ShownAnswer, appUrl: string) {
  const { who, gssCode, areaName, position, stance, words, writerName, writerRole, isOfficial } = answer;
  return {
    name: who.name,
    url: `${appUrl}/representatives/${who.publicId}`,
    role: who.kind,
    invented: who.isInvented,
    area: { name: areaName, ons_code: gssCode },
    ask: position === 0 ? null : position,
    stance,
    words,
    written_by: { name: writerName, role: writerRole },
    official: isOfficial,
    // Given here by whoever answers, or posted by the organisers, who received it on that day.
    posted_by_organiser: answer.receivedOn !== "",
    received_on: answer.receivedOn || null,
    published_at: iso(answer.publishedAt),
    answered_before: answer.former.map((former) => ({
      ...(former.isWithdrawn ? { withdrawn: true } : { stance: former.stance, words: former.words }),
      published_at: iso(former.publishedAt),
      ended_at: iso(former.endedAt),
    })),
  };
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
