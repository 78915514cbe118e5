import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import { DRAFT_DAYS, DRAFTS_PER_CLIENT_PER_HOUR, DRAFTS_PER_NETWORK_PER_HOUR } from "#app/policy.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { takeHourly } from "../moderation/report-limits.server.ts";
import { linkTokens, makeLinks } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { addMonths, londonDay } from "../time/london.ts";
import { insertNumbered } from "./insert-numbered.server.ts";

/** What a draft begins with, until its organiser says otherwise. */
const SUGGESTED = { goal: 100, months: 3 };

/**
 * Begins a petition or an open letter of which there is only a title. Whoever has the token that comes back may write it, nobody else
 * can read it. `limited` where a client has begun too many within the hour.
 */
export async function startDraft(
  site: Site,
  { kind, title, clientAddress }: { kind: CampaignKind; title: string; clientAddress: string },
  now: number,
): Promise<{ token: string } | "limited"> {
  return site.db.transaction("start draft", async (tx) => {
    const { campaignTexts, drafts } = tx.tables;
    const limit = { perClient: DRAFTS_PER_CLIENT_PER_HOUR, perNetwork: DRAFTS_PER_NETWORK_PER_HOUR };
    if (!(await takeHourly(tx, site.keyring, { kind: "draft", clientAddress, ...limit }, now)))
      return "limited";
    const { id } = await insertNumbered(tx, {
      id: v7({ msecs: now }),
      kind,
      slug: `draft-${randomBytes(10).toString("hex")}`,
      state: "draft",
      ...{ bodyKind: "other", bodyName: "", bodyGss: "", organiserName: "", askClause: "" },
      goal: SUGGESTED.goal,
      showsNames: true,
      isDemonstration: false,
      language: "en",
      createdAt: now,
      closesOn: addMonths(londonDay(now), SUGGESTED.months),
    });
    await tx.insert(campaignTexts).values({ campaignId: id, variant: "en", title, why: "", more: "" });
    await tx
      .insert(drafts)
      .values({ campaignId: id, email: "", postcode: "", updatedAt: now, expiresAt: now + DRAFT_DAYS * DAY });
    await makeLinks(tx, site.keyring, id, ["draft"]);
    const { draft: token } = await linkTokens(tx, site.keyring, id);
    if (token === undefined) throw new Error("a draft has no link");
    return { token };
  });
}
