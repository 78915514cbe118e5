import { and, desc, eq, inArray, ne } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { ResponseState } from "#db/tables/response.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import type { Site } from "../site.ts";
import { declineWords, responsePlace } from "./response.ts";

/** A reply that those who run a campaign have posted, as they see it. */
export interface PostedAnswer {
  /** Of its first part. */
  publicId: string;
  name: string;
  receivedOn: string;
  state: ResponseState;
  /** Why it was declined; else blank. */
  reason: string;
  /** Blank once it was taken back. */
  words: string;
  createdAt: number;
}

const LISTED = 100;

/** What was posted for a campaign, the latest first: one entry a reply. */
export async function listPosted(
  read: Reader,
  keyring: Keyring,
  campaignId: string,
): Promise<PostedAnswer[]> {
  const { responses, representatives } = read.tables;
  const rows = await read
    .select({ response: responses, name: representatives.name })
    .from(responses)
    .innerJoin(representatives, eq(representatives.id, responses.representativeId))
    .where(
      and(
        eq(responses.campaignId, campaignId),
        ne(responses.postedBy, ""),
        eq(responses.id, responses.groupId),
      ),
    )
    .orderBy(desc(responses.createdAt), desc(responses.id))
    .limit(LISTED);
  return rows.map(({ response, name }) => {
    const { id, publicId, receivedOn, state, reason, words, publishedAt, createdAt } = response;
    const isSealed = publishedAt === null && words !== "";
    return {
      ...{ publicId, name, receivedOn, state, createdAt, reason: declineWords(reason) },
      words: isSealed ? keyring.open(responsePlace(id, "words"), words) : words,
    };
  });
}

/** Takes a posted reply back, waiting or public, with all its parts; what it said is blanked. False where none stands. */
export async function withdrawPosted(
  site: Pick<Site, "db">,
  { campaignId, publicId }: { campaignId: string; publicId: string },
  now: number,
): Promise<boolean> {
  return site.db.transaction("withdraw posted answer", async (tx) => {
    await holdCampaign(tx, campaignId);
    const { responses } = tx.tables;
    const [first] = await tx
      .select({ groupId: responses.groupId })
      .from(responses)
      .where(
        and(
          eq(responses.campaignId, campaignId),
          eq(responses.publicId, publicId),
          ne(responses.postedBy, ""),
        ),
      );
    if (!first) return false;
    const withdrawn = await tx
      .update(responses)
      .set({ state: "withdrawn", settledAt: now, words: "", writerName: "", writerRole: "" })
      .where(and(eq(responses.groupId, first.groupId), inArray(responses.state, ["waiting", "published"])))
      .returning({ id: responses.id });
    return withdrawn.length > 0;
  });
}
