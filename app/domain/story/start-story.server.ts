import { v7 } from "uuid";
import {
  STORIES_PER_CLIENT_PER_HOUR,
  STORIES_PER_NETWORK_PER_HOUR,
  STORY_DRAFT_DAYS,
} from "#app/policy-stories.ts";
import { takeHourly } from "../moderation/report-limits.server.ts";
import { linkTokens, makeLinks } from "../privacy/links.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { StoryContent } from "./content.ts";
import { sealContent } from "./sealed-story.server.ts";

/**
 * Begins a story in which nothing is told yet. Whoever has the token that comes back may write it, nobody else can
 * read it. `councilGss` and `campaignId` say from where somebody came, or are blank. `limited` where a client has
 * begun too many within the hour.
 */
export async function startStory(
  site: Site,
  asked: { councilGss: string; campaignId: string; clientAddress: string },
  now: number,
): Promise<{ token: string } | "limited"> {
  const { councilGss, campaignId, clientAddress } = asked;
  return site.db.transaction("start story", async (tx) => {
    const { stories } = tx.tables;
    const limit = { perClient: STORIES_PER_CLIENT_PER_HOUR, perNetwork: STORIES_PER_NETWORK_PER_HOUR };
    if (!(await takeHourly(tx, site.keyring, { kind: "story", clientAddress, ...limit }, now)))
      return "limited";
    const id = v7({ msecs: now });
    await tx.insert(stories).values({
      ...{ id, publicId: newPublicId(), state: "draft", councilGss, campaignId },
      ...{ districtGss: "", constituencyGss: "", email: "", addressHash: "" },
      content: sealContent(site.keyring, id, StoryContent.parse({})),
      ...{ revision: 1, title: "", text: "", pullQuote: "", contentNote: "", easy: "" },
      ...{ needsSecond: false, isUrgent: false, reason: "", isDemonstration: false },
      ...{ createdAt: now, updatedAt: now, expiresAt: now + STORY_DRAFT_DAYS * DAY },
    });
    await makeLinks(tx, site.keyring, id, ["story_draft"]);
    const { story_draft: token } = await linkTokens(tx, site.keyring, id);
    if (token === undefined) throw new Error("a draft has no link");
    return { token };
  });
}
