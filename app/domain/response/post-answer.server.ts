import { and, eq, inArray } from "drizzle-orm";
import { v7 } from "uuid";
import { POSTED_ANSWERS_PER_DAY } from "#app/policy-recipients.ts";
import { isIn, LISTED_STATES } from "../campaign/campaign.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import type { PostForm } from "./post-form.ts";
import { findRepliers } from "./repliers.server.ts";
import { responsePlace } from "./response.ts";

/**
 * Takes a reply that an organiser received by another way; a moderator sees it before anybody else. Nobody is spoken
 * for who has answered here or waits to, and in the demonstration nobody real. The same recipient's reply posted
 * before and still waiting gives way.
 */
export async function postAnswer(
  site: Pick<Site, "db" | "keyring">,
  { campaignId, accountId, form }: { campaignId: string; accountId: string; form: PostForm },
  now: number,
): Promise<"posted" | "answered_itself" | "unknown_recipient" | "demonstration" | "too_many" | "not_now"> {
  return site.db.transaction("post answer", async (tx) => {
    const campaign = await holdCampaign(tx, campaignId);
    if (!campaign || !isIn(LISTED_STATES, campaign.state)) return "not_now";
    const repliers = await findRepliers(tx, campaign, now);
    const replier = repliers.find(({ publicId }) => publicId === form.recipient);
    if (!replier) return "unknown_recipient";
    if (campaign.isDemonstration && !replier.isInvented) return "demonstration";
    const { representativeId, termId } = replier;
    const { responses } = tx.tables;
    const ofTheirs = and(
      eq(responses.campaignId, campaignId),
      eq(responses.representativeId, representativeId),
    );
    const own = await tx
      .select({ id: responses.id })
      .from(responses)
      .where(and(ofTheirs, eq(responses.postedBy, ""), inArray(responses.state, ["waiting", "published"])))
      .limit(1);
    if (own.length > 0) return "answered_itself";
    const allowance = {
      key: `replies posted to ${campaignId}`,
      windowMs: DAY,
      limit: POSTED_ANSWERS_PER_DAY,
    };
    if (!(await takeAllowance(tx, allowance, now))) return "too_many";
    await tx
      .update(responses)
      .set({ state: "replaced", settledAt: now })
      .where(and(ofTheirs, eq(responses.state, "waiting")));
    const groupId = v7({ msecs: now });
    const { keyring } = site;
    for (const [index, { position, stance, words }] of form.answers.entries()) {
      const id = index === 0 ? groupId : v7({ msecs: now });
      await tx.insert(responses).values({
        ...{ id, groupId, deliveryId: "", mode: "live", campaignId, representativeId, termId },
        ...{ position, stance, postedBy: accountId, receivedOn: form.receivedOn, publicId: newPublicId() },
        words: keyring.seal(responsePlace(id, "words"), words),
        writerName: keyring.seal(responsePlace(id, "writer_name"), form.writerName),
        writerRole: keyring.seal(responsePlace(id, "writer_role"), form.writerRole),
        ...{ isOfficial: false, state: "waiting", replaces: "", createdAt: now, confirmedAt: now },
        ...{ publishedAt: null, settledAt: null, settledBy: "" },
      });
    }
    return "posted";
  });
}
