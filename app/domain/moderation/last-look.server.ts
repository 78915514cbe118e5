import { and, asc, desc, eq, gte } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { TextContent } from "../campaign/text-content.ts";

/**
 * The text of a campaign as it was when a moderator last asked for changes; undefined where none has, or where it
 * has not been changed since.
 */
export async function findTextAtLastLook(read: Reader, campaignId: string): Promise<TextContent | undefined> {
  const { campaignMoves, formerTexts } = read.tables;
  const [asked] = await read
    .select({ at: campaignMoves.at })
    .from(campaignMoves)
    .where(and(eq(campaignMoves.campaignId, campaignId), eq(campaignMoves.toState, "changes_requested")))
    .orderBy(desc(campaignMoves.at))
    .limit(1);
  if (!asked) return undefined;
  const [replaced] = await read
    .select({ content: formerTexts.content })
    .from(formerTexts)
    .where(and(eq(formerTexts.campaignId, campaignId), gte(formerTexts.replacedAt, asked.at)))
    .orderBy(asc(formerTexts.version))
    .limit(1);
  return replaced && TextContent.parse(JSON.parse(replaced.content));
}
